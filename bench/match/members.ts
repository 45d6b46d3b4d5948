import { stringify } from "csv-stringify/sync";
import { db } from "../../lib/platform/db.ts";
import { parseEnv } from "../../lib/platform/env.ts";
import { system } from "../../lib/policy/actor.ts";
import { importMembers } from "../../lib/structures/import/commands.ts";
import { COMMUNES } from "../../lib/territory/communes.ts";
import { migrate } from "../../scripts/database/migrate.ts";
import { openDatabase } from "../../scripts/database/open.ts";
import { throwAwayFolder } from "../../scripts/folder.ts";
import { run } from "../../scripts/process.ts";
import { readOtherMembers } from "./needs.ts";
import type { JudgedMember } from "./quality.ts";

/** What the real members can do, whose labels are their own. */
const REAL: Record<string, string[]> = {
  adviser: ["application-mobile", "application-web-et-intranet"],
  kernel: ["gestion-des-identites-et-des-mots-de-passe"],
  icea: ["serveurs-et-virtualisation", "logiciel-de-comptabilite"],
  decima: ["infogerance-et-maintenance-du-parc", "serveurs-et-virtualisation"],
  audace: ["creation-de-site-vitrine", "refonte-de-site"],
  "tigre-blanc": ["creation-de-site-vitrine", "refonte-de-site"],
  "iut-de-lens": ["accueil-de-stagiaires", "alternance-et-apprentissage", "projets-tutores-et-etudiants"],
};

/** Runs `work` on a throw-away portal that holds the demonstration. */
export async function withDemonstration(work: (members: JudgedMember[]) => Promise<unknown>): Promise<void> {
  await withDatabase("1", async () => work(await judgedMembers(new Map(Object.entries(REAL)))));
}

/** Runs `work` on a throw-away portal whose members came by a file, with none of the taxonomy's labels. */
export async function withOtherMembers(work: (members: JudgedMember[]) => Promise<unknown>): Promise<void> {
  const others = readOtherMembers();
  await withDatabase("0", async () => {
    const skills = await db().skill.findMany({ select: { slug: true, commission: { select: { slug: true } } } });
    const commissions = new Map(skills.map(({ slug, commission }) => [slug, commission.slug]));
    const rows = others.map((member) => {
      const commune = COMMUNES.find(({ slug }) => slug === member.city);
      return {
        name: member.name,
        kind: member.kind,
        city: commune?.name,
        postalCode: commune?.postalCodes[0],
        website: "",
        email: "",
        phone: "",
        commissions: [...new Set(member.skills.map((skill) => commissions.get(skill)))].join("|"),
        skills: member.labels.join("|"),
        description: member.description,
      };
    });
    const report = await importMembers(system, Buffer.from(stringify(rows, { header: true })), new Date());
    if (report.created !== others.length) throw new Error(`Imported ${JSON.stringify(report)}`);
    const saved = await db().structure.findMany({ select: { slug: true, name: true } });
    const truth = new Map(
      saved.map(({ slug, name }) => [slug, others.find((member) => member.name === name)?.skills ?? []]),
    );
    await work(await judgedMembers(truth));
  });
}

export async function withDatabase(demonstration: "0" | "1", work: () => Promise<unknown>): Promise<void> {
  const { folder, remove } = await throwAwayFolder("bench-match");
  const database = await openDatabase(parseEnv({ DATA_DIR: folder }), { flags: ["-c", "fsync=off"] });
  const env = { DATABASE_URL: database.url, DATABASE_ADMIN_URL: database.adminUrl };
  try {
    await migrate(database);
    await run("node", ["--conditions=react-server", "prisma/seed/main.ts"], {
      env: { ...env, DEMO_LOAD: demonstration },
      isQuiet: true,
    });
    Object.assign(process.env, env);
    await work();
  } finally {
    await db().$disconnect();
    Object.assign(globalThis, { tacticDb: undefined, tacticTaxonomy: undefined });
    await database.close();
    await remove();
  }
}

async function judgedMembers(truth: Map<string, string[]>): Promise<JudgedMember[]> {
  const rows = await db().structure.findMany({
    where: { status: "active" },
    select: {
      slug: true,
      name: true,
      description: true,
      skills: { select: { ownLabel: true, skill: { select: { slug: true, label: true } } } },
      commissions: { select: { commission: { select: { slug: true } } }, take: 1 },
    },
  });
  return rows.map(({ slug, name, description, skills, commissions }) => ({
    slug,
    text: [name, ...skills.map(({ ownLabel, skill }) => ownLabel ?? skill?.label ?? ""), description].join(". "),
    skills: new Set([...(truth.get(slug) ?? []), ...skills.flatMap(({ skill }) => (skill ? [skill.slug] : []))]),
    commission: commissions[0]?.commission.slug ?? null,
  }));
}

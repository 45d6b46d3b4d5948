import { appointFirstPresident } from "../../lib/mandates/commands.ts";
import { createAdministrator } from "../../lib/people/administrators/commands.ts";
import { resetSecondFactor } from "../../lib/people/second-factor/commands.ts";
import { system } from "../../lib/policy/actor.ts";
import { importMembers } from "../../lib/structures/import/commands.ts";
import { exportMembers } from "../../lib/structures/import/queries.ts";
import { writeMembers } from "../../lib/structures/import/rules.ts";
import { COLUMNS } from "../../lib/structures/import/schema.ts";
import type { Imported } from "../../lib/tenders/boamp/commands.ts";
import { importBoamp, importBoampFile } from "../../lib/tenders/boamp/commands.ts";
import { boampSource } from "../../lib/tenders/boamp/open-data.ts";
import { OperatorError } from "../process.ts";
import { backup, restore } from "./backup.ts";

interface Files {
  readFile: (path: string) => Buffer;
  writeFile: (path: string, content: string | Buffer) => void;
}

export interface Command {
  name: string;
  /** In brackets when it may be left out. */
  argument: string;
  summary: string;
  help: string;
  run: (argument: string, files: Files) => Promise<void>;
}

/** How many errors of a file are shown: beyond, something more general is wrong. */
const SHOWN_ERRORS = 50;

/** What the operator can do. Each calls the same commands and queries as the portal. */
export const COMMANDS: Command[] = [
  {
    name: "import-members",
    argument: "FICHIER.csv",
    summary: "importe une liste d’adhérents",
    help: `Colonnes\u202f: ${COLUMNS.join(",")}
(siret, address et status sont facultatives). UTF-8, virgule ou point-virgule\u202f; «\u202f|\u202f» sépare les commissions et les compétences.
Une structure est reconnue à son SIRET, sinon à son nom et à son code postal. Si une ligne est fausse, rien n’est importé.
Importer deux fois le même fichier ne change rien.`,
    run: async (file, { readFile }) => {
      const { errors, created, changed, unchanged } = await importMembers(system, readFile(file), new Date());
      if (errors.length > 0) {
        for (const { line, column, reason } of errors.slice(0, SHOWN_ERRORS)) {
          console.error(`ligne ${line}${column ? `, colonne ${column}` : ""}\u202f: ${reason}`);
        }
        throw new OperatorError(`${errors.length} erreur(s)\u202f: rien n’a été importé`);
      }
      console.log(`${created} créée(s), ${changed} modifiée(s), ${unchanged} inchangée(s)`);
    },
  },
  {
    name: "export-members",
    argument: "FICHIER.csv",
    summary: "écrit la liste de toutes les structures",
    help: "Le fichier s’importe tel quel (import-members) et redonne le même état. Il contient les adresses e-mail et les téléphones\u202f: gardez-le pour vous.",
    run: async (file, { writeFile }) => {
      const rows = await exportMembers(system, new Date());
      writeFile(file, writeMembers(rows));
      console.log(`${rows.length} structure(s) écrite(s) dans ${file}`);
    },
  },
  {
    name: "create-admin",
    argument: "ADRESSE",
    summary: "donne l’administration du portail à quelqu’un",
    help: "Crée la personne si son adresse est inconnue, et affiche alors, une seule fois, un mot de passe à changer. Sans effet si elle administre déjà.",
    run: async (email) => {
      const { password, isNew } = await createAdministrator(system, email, new Date());
      console.log(isNew ? `${email} administre le portail` : `${email} administre déjà le portail`);
      if (password) console.log(`Mot de passe provisoire\u202f: ${password}`);
    },
  },
  {
    name: "reset-second-factor",
    argument: "ADRESSE",
    summary: "retire le second facteur de quelqu’un qui l’a perdu",
    help: "Pour qui n’a plus ni son téléphone ni ses codes de secours, une fois reconnu autrement. Un message le lui dit. Au comité et à l’administration, il sera redemandé.",
    run: async (email) => {
      const isReset = await resetSecondFactor(system, email, new Date());
      if (!isReset) throw new OperatorError(`Aucun second facteur à cette adresse\u202f: ${email}`);
      console.log(`Le second facteur de ${email} est retiré`);
    },
  },
  {
    name: "appoint-president",
    argument: "ADRESSE",
    summary: "confie la première présidence du club à quelqu’un",
    help: "La personne doit avoir un compte et appartenir à une structure adhérente. Sans effet si le club a déjà une présidence\u202f: c’est au comité directeur de nommer la suivante.",
    run: async (email) => {
      await appointFirstPresident(system, email, new Date());
      console.log(`${email} préside le club`);
    },
  },
  {
    name: "import-boamp",
    argument: "[JOUR ou FICHIER.json]",
    summary: "lit les appels d’offres publiés au BOAMP",
    help: `Sans argument\u202f: ce qui a été publié depuis la dernière lecture (la première fois, depuis cinq semaines). Coupée, elle reprend où elle en était.
JOUR (2026-11-02)\u202f: relit à partir de ce jour. FICHIER.json\u202f: une réponse de l’API enregistrée, là où il n’y a pas de réseau.
BOAMP_URL dit où lire, BOAMP_DEPARTMENTS de quels départements (62,59). Un avis n’entre qu’une fois.`,
    run: async (argument, { readFile }) => {
      const now = new Date();
      if (argument && !/^\d{4}-\d{2}-\d{2}$/.test(argument)) {
        return console.log(inWords(await importBoampFile(system, readFile(argument), now)));
      }
      const from = argument ? { from: argument } : {};
      const { problem, ...kept } = await importBoamp(system, { source: boampSource(process.env), ...from }, now);
      console.log(inWords(kept));
      if (problem) throw new OperatorError(`${problem} La prochaine lecture reprendra là.`);
    },
  },
  {
    name: "backup",
    argument: "FICHIER",
    summary: "sauvegarde toute la base, portail en marche ou non",
    help: "Un fichier compressé, lisible de vous seul, qui montre la base telle qu’elle était à un instant. Gardez-le ailleurs.",
    run: async (file) => console.log(`${await backup(adminUrl(), file)} ligne(s) sauvegardée(s) dans ${file}`),
  },
  {
    name: "restore",
    argument: "FICHIER",
    summary: "remplit une base neuve à partir d’une sauvegarde",
    help: "La base doit être neuve (ni structure ni personne) et de la même version que la sauvegarde. Tout est restauré, ou rien.",
    run: async (file, { readFile }) => {
      readFile(file);
      console.log(`${await restore(adminUrl(), file)} ligne(s) restaurée(s)`);
    },
  },
];

function inWords({ created, amended, known, left, setAside }: Omit<Imported, "problem">): string {
  return `${created} appel(s) d’offres ajouté(s), ${amended} modifié(s), ${known} déjà connu(s), ${left} sans rapport, ${setAside} mis de côté`;
}

function adminUrl(): string {
  return process.env.DATABASE_ADMIN_URL ?? "";
}

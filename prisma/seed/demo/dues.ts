import type { HeadcountBracket } from "#lib/generated/prisma/enums";
import { addDays, columnOfDay, type Day, daysBetween } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { drawn, idOf } from "./identity.ts";
import { INVENTED } from "./structures.ts";

type Structure = (typeof INVENTED)[number];

/** Amounts are for the demonstration only: the club has not said what it asks. */
const NOTE = "Montant de démonstration";
const RATES = [
  { kind: null, headcount: null, amountCents: 15_000 },
  { kind: null, headcount: "up_to_2", amountCents: 9_000 },
  { kind: "school", headcount: null, amountCents: 5_000 },
] as const;

const SIZES: HeadcountBracket[] = ["up_to_2", "up_to_9", "up_to_9", "up_to_19", "up_to_49"];
const sizeOf = ({ name }: Structure): HeadcountBracket => SIZES[drawn(`${name} size`, SIZES.length)] ?? "up_to_9";

/** A call as the demonstration tells it: when it left, what came of it. Days are counted back from today. */
interface Told {
  structure: Structure;
  year: number;
  calledAgo: number;
  paid: { cents: number; ago: number } | null;
  remindedAgo: { step: number; ago: number }[];
}

/**
 * Last year is all paid, but by the two that have lapsed. This year two are late, and were reminded twice;
 * a few were called ten days ago, one of which has paid a part. The newest members wait for their call.
 */
export async function loadDues(tx: Tx, today: Day): Promise<void> {
  const year = Number(today.slice(0, 4));
  const yearsStart = daysBetween(`${year}-01-01`, today);
  const validFrom = columnOfDay(`${year - 2}-01-01`);
  await tx.feeRate.createMany({ data: RATES.map((rate) => ({ ...rate, validFrom, note: NOTE })) });
  for (const headcount of new Set(SIZES)) {
    const ids = INVENTED.filter((structure) => sizeOf(structure) === headcount).map(({ name }) =>
      idOf("structure", name),
    );
    await tx.structure.updateMany({ where: { id: { in: ids } }, data: { headcount } });
  }
  const members = INVENTED.filter(({ status }) => status === undefined);
  const lapsed = INVENTED.filter(({ status }) => status === "lapsed");
  const called = members.filter(({ joinedDaysAgo }) => joinedDaysAgo > 100);
  const late = called.filter(({ kind }) => kind === "agency").slice(0, 2);
  const recent = called.filter((structure) => structure.kind === "reseller" && !late.includes(structure)).slice(1, 4);
  await tellCalls(tx, today, [
    ...members
      .filter(({ joinedDaysAgo }) => joinedDaysAgo > yearsStart)
      .map((structure) => settled(structure, year - 1, 365 + 90)),
    ...lapsed.map((structure) => ({
      ...settled(structure, year - 1, 365 + 90),
      paid: null,
      remindedAgo: [15, 30, 60, 76].map((step) => ({ step, ago: 365 + 60 - step })),
    })),
    ...called.map((structure): Told => {
      if (late.includes(structure)) {
        const remindedAgo = [15, 30].map((step) => ({ step, ago: 60 - step }));
        return { ...settled(structure, year, 90), paid: null, remindedAgo };
      }
      if (!recent.includes(structure)) return settled(structure, year, 90);
      return { ...settled(structure, year, 10), paid: structure === recent[0] ? { cents: 5_000, ago: 4 } : null };
    }),
  ]);
}

function settled(structure: Structure, year: number, calledAgo: number): Told {
  const ago = calledAgo - 5 - drawn(`${structure.name} ${year}`, 50);
  return { structure, year, calledAgo, paid: { cents: rateOf(structure).amountCents, ago }, remindedAgo: [] };
}

function rateOf(structure: Structure) {
  if (structure.kind === "school") return RATES[2];
  return sizeOf(structure) === "up_to_2" ? RATES[1] : RATES[0];
}

async function tellCalls(tx: Tx, today: Day, told: Told[]): Promise<void> {
  const dayAgo = (days: number) => columnOfDay(addDays(today, -days));
  const numbers = new Map<number, number>();
  const number = (series: number) => {
    const next = (numbers.get(series) ?? 0) + 1;
    numbers.set(series, next);
    return String(next).padStart(4, "0");
  };
  const id = ({ structure, year }: Told) => idOf("fee call", `${structure.name} ${year}`);
  await tx.feeCall.createMany({
    data: told.map((call) => ({
      id: id(call),
      reference: `COT-${call.year}-${number(call.year)}`,
      structureId: idOf("structure", call.structure.name),
      year: call.year,
      amountCents: rateOf(call.structure).amountCents,
      basis: basisOf(call.structure, Number(today.slice(0, 4)) - 2),
      calledOn: dayAgo(call.calledAgo),
      dueOn: dayAgo(call.calledAgo - 30),
    })),
  });
  await tx.feePayment.createMany({
    data: told.flatMap((call) => {
      if (!call.paid) return [];
      const paidOn = dayAgo(call.paid.ago);
      const year = paidOn.getUTCFullYear();
      return [
        {
          id: idOf("fee payment", `${call.structure.name} ${call.year}`),
          feeCallId: id(call),
          amountCents: call.paid.cents,
          method: drawn(call.structure.name, 4) === 0 ? ("cheque" as const) : ("transfer" as const),
          paidOn,
          reference: `Cotisation ${call.year} ${call.structure.name}`,
          receipt: `REC-${year}-${number(10_000 + year)}`,
          recordedAt: paidOn,
        },
      ];
    }),
  });
  await tx.feeReminder.createMany({
    data: told.flatMap((call) =>
      call.remindedAgo.map(({ step, ago }) => ({ feeCallId: id(call), step, sentOn: dayAgo(ago) })),
    ),
  });
}

function basisOf(structure: Structure, year: number): string {
  const rate = rateOf(structure);
  const who = rate.kind ? "école" : "tous types de structures";
  return `Barème ${year}, ${who}${rate.headcount ? ", 1 ou 2 personnes" : ""}`;
}

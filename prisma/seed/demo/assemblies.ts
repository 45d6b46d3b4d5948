import { formAssembly } from "#lib/assemblies/roll/commands";
import { loadRoll } from "#lib/assemblies/roll/queries";
import { electedAmong, isAdopted } from "#lib/assemblies/rules";
import type { AssemblyKind } from "#lib/generated/prisma/enums";
import { listCircle, listElectors } from "#lib/meetings/circle/queries";
import { addDays, type Day, fromParis, weekdayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { drawn, idOf } from "./identity.ts";

/** How the members answered, in shares of ten: so many for, so many against, the rest abstained. */
const DECISIONS = [
  { title: "Approuver le rapport moral de la présidence", shares: [10, 0] },
  { title: "Approuver les comptes de l’exercice et donner quitus à la trésorerie", shares: [9, 0] },
  { title: "Fixer la cotisation de la prochaine année selon le barème proposé", shares: [6, 2] },
  { title: "Imposer deux réunions de commission par mois", shares: [2, 7] },
];
const CANDIDATES = ["Hélène Delattre", "Marc Wattiez", "Sophie Lambert", "Karim Saadi"];
const SEATS = 3;
/** Of ten who voted, so many named each candidate; the last left it blank. */
const NAMED = [9, 8, 7, 3, 1];

/** The last general assembly, with what it decided, and the next meeting of the board. */
export async function loadAssemblies(tx: Tx, today: Day): Promise<void> {
  await loadPastAssembly(tx, workingDay(addDays(today, -190)));
  await loadComingBoard(tx, workingDay(addDays(today, 12)), today);
}

async function loadPastAssembly(tx: Tx, day: Day): Promise<void> {
  const convenedAt = fromParis(addDays(day, -21), "09:00");
  const [startsAt, endsAt] = [fromParis(day, "18:30"), fromParis(day, "20:30")];
  const meetingId = await addMeeting(tx, "ordinary", {
    slug: `assemblee-generale-${day}`,
    title: "Assemblée générale ordinaire",
    description: "Rapport moral, comptes, cotisation, élection au comité directeur.",
    startsAt,
    endsAt,
    place: "Amphithéâtre de démonstration, CCI de l’Artois",
  });
  await formAssembly(tx, meetingId, { kind: "ordinary", resolutions: DECISIONS.map(({ title }) => title) }, convenedAt);
  const people = await listElectors(tx, convenedAt);
  await tx.meetingInvitation.createMany({
    data: people.map(({ id: personId }) => ({ meetingId, personId, invitedAt: convenedAt })),
  });
  // Structures that are real have nobody here: they are called, and do nothing.
  const voters = (await loadRoll(tx, meetingId)).voters.filter(({ people: own }) => own.length > 0);
  const [absent, there] = [voters.filter((_, index) => index % 4 === 3), voters.filter((_, index) => index % 4 !== 3)];
  // Half of the absent gave their proxy, each to another.
  const givers = absent.filter((_, index) => index % 2 === 0);
  await tx.assemblyProxy.createMany({
    data: givers.flatMap(({ id: giverId, people: own }, index) => {
      const holder = there[index];
      return holder
        ? [{ giverId, holderId: holder.id, givenById: own[0] ?? null, givenAt: fromParis(addDays(day, -2), "10:00") }]
        : [];
    }),
  });
  const first = there.flatMap(({ people: own }) => own[0] ?? []);
  await tx.attendance.createMany({
    data: [...new Set(first)].map((personId) => ({ meetingId, personId, state: "present" as const })),
  });
  const president = await tx.mandate.findFirst({ where: { function: "president" }, select: { personId: true } });
  await tx.assembly.update({
    where: { meetingId },
    data: { openedAt: startsAt, presidedById: president?.personId ?? null, closedAt: endsAt },
    select: { meetingId: true },
  });
  await tx.resolution.create({
    data: {
      assemblyId: meetingId,
      position: DECISIONS.length + 1,
      kind: "election",
      title: "Élire trois membres du comité directeur",
      isSecret: true,
      seats: SEATS,
      choices: {
        create: [
          ...CANDIDATES.map((label, position) => ({ position, stance: "candidate" as const, label })),
          { position: CANDIDATES.length, stance: "blank" as const, label: "Bulletin blanc" },
        ],
      },
    },
    select: { id: true },
  });
  await settle(tx, meetingId, endsAt);
}

/** Closes each vote with its ballots: named where hands were raised, sums alone where the vote was secret. */
async function settle(tx: Tx, meetingId: string, closedAt: Date): Promise<void> {
  const { voters, quorum } = await loadRoll(tx, meetingId);
  const voting = voters.filter(({ presence }) => presence !== "absent");
  const resolutions = await tx.resolution.findMany({
    where: { assemblyId: meetingId },
    orderBy: { position: "asc" },
    select: {
      id: true,
      kind: true,
      majority: true,
      position: true,
      choices: { orderBy: { position: "asc" }, select: { id: true } },
    },
  });
  for (const { id: resolutionId, kind, majority, position, choices } of resolutions) {
    await tx.resolution.update({ where: { id: resolutionId }, data: { openedAt: closedAt }, select: { id: true } });
    await tx.electoralRoll.createMany({ data: voting.map(({ id: voterId }) => ({ resolutionId, voterId })) });
    const isSecret = kind === "election";
    const ballots = voting.map(({ id: voterId, name }) => ({ voterId, index: answerOf(name, position) }));
    if (!isSecret) {
      await tx.openBallot.createMany({
        data: ballots.flatMap(({ voterId, index }) => {
          const choice = choices[index];
          return choice ? [{ resolutionId, voterId, choiceId: choice.id }] : [];
        }),
      });
    }
    const cast = voting.length;
    const votes = choices.map((_, index) =>
      isSecret
        ? Math.round((cast * (NAMED[index] ?? 0)) / 10)
        : ballots.filter((ballot) => ballot.index === index).length,
    );
    const tallies = choices.map(({ id }, index) => ({ id, votes: votes[index] ?? 0 }));
    const elected = isSecret
      ? electedAmong(tallies.slice(0, CANDIDATES.length), { seats: SEATS, majority, cast })
      : new Set<string>();
    for (const { id, votes: counted } of tallies) {
      await tx.resolutionChoice.update({
        where: { id },
        data: { votes: counted, isElected: elected.has(id) },
        select: { id: true },
      });
    }
    const [yes = 0, no = 0, abstention = 0] = votes;
    await tx.resolutionOutcome.create({
      data: {
        resolutionId,
        closedAt,
        called: quorum.called,
        present: quorum.present,
        represented: quorum.represented,
        quorum: quorum.needed,
        cast,
        isAdopted: isSecret ? null : isAdopted(majority, { for: yes, against: no, abstention }),
      },
      select: { resolutionId: true },
    });
  }
}

/** 0 for, 1 against, 2 abstention: drawn from the voter's name, in the shares of the resolution. */
function answerOf(name: string, position: number): number {
  const [yes = 10, no = 0] = DECISIONS[position - 1]?.shares ?? [];
  const lot = drawn(`${name} ${position}`, 10);
  return lot < yes ? 0 : lot < yes + no ? 1 : 2;
}

async function loadComingBoard(tx: Tx, day: Day, today: Day): Promise<void> {
  const convenedAt = fromParis(addDays(today, -3), "09:00");
  const meetingId = await addMeeting(tx, "board", {
    slug: `comite-${day}`,
    title: "Réunion du comité directeur",
    description: "Demandes d’adhésion, budget de l’année, préparation du lancement.",
    startsAt: fromParis(day, "18:00"),
    endsAt: fromParis(day, "20:00"),
    place: "Chez un adhérent, à Lens",
  });
  const resolutions = ["Adopter le budget de l’année", "Retenir la date de la prochaine assemblée générale"];
  await formAssembly(tx, meetingId, { kind: "board", resolutions }, convenedAt);
  const people = await listCircle(tx, null, convenedAt);
  await tx.meetingInvitation.createMany({
    data: people.map(({ id: personId }, index) => {
      const reply = index % 2 === 0 ? ("coming" as const) : null;
      return {
        meetingId,
        personId,
        invitedAt: convenedAt,
        reply,
        repliedAt: reply && fromParis(addDays(today, -2), "12:00"),
      };
    }),
  });
}

interface Dated {
  slug: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
}

async function addMeeting(tx: Tx, kind: AssemblyKind, event: Dated): Promise<string> {
  const id = idOf("meeting", event.slug);
  await tx.event.create({
    data: {
      id: idOf("event", event.slug),
      ...event,
      kind: kind === "board" ? "board_meeting" : "general_assembly",
      visibility: kind === "board" ? "board" : "members",
      meeting: { create: { id } },
    },
    select: { id: true },
  });
  return id;
}

/** The same day, or the Monday after. */
function workingDay(day: Day): Day {
  return weekdayOf(day) > 5 ? workingDay(addDays(day, 1)) : day;
}

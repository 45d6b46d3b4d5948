import { MOST, type PersonalData } from "./words.ts";

/** The seats that somebody votes from, the proxies that they gave, the sessions that they presided. What they voted is nobody's data: see the secret urn, and the frozen sums. */
export const assemblies: PersonalData[] = [
  {
    covers: ["assembly_voter.personId"],
    name: "boardSeats",
    title: "Séances du comité où vous avez une voix",
    labels: { assembly: "Séance", startsAt: "Date", votes: "Votes auxquels vous avez pris part" },
    read: async (tx, { id }) => {
      const rows = await tx.assemblyVoter.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        take: MOST,
        select: {
          assembly: { select: { meeting: { select: { event: { select: { title: true, startsAt: true } } } } } },
          roll: { select: { resolution: { select: { title: true } } } },
        },
      });
      return rows.map(({ assembly: { meeting }, roll }) => ({
        assembly: meeting.event.title,
        startsAt: meeting.event.startsAt,
        votes: roll.map(({ resolution }) => resolution.title),
      }));
    },
    erase: null,
    kept: "La liste des votants du comité, sans votre nom\u202f: un vote reste ce qu’il a été.",
  },
  {
    covers: ["assembly_proxy.givenById", "assembly.presidedById"],
    name: "assemblies",
    title: "Pouvoirs que vous avez donnés, séances que vous avez présidées",
    labels: { what: "Quoi", assembly: "Séance", at: "Le" },
    read: async (tx, { id }) => {
      const event = { select: { title: true, startsAt: true } } as const;
      const [proxies, presided] = await Promise.all([
        tx.assemblyProxy.findMany({
          relationLoadStrategy: "join",
          where: { givenById: id },
          take: MOST,
          select: {
            givenAt: true,
            giver: { select: { assembly: { select: { meeting: { select: { event } } } } } },
          },
        }),
        tx.assembly.findMany({
          relationLoadStrategy: "join",
          where: { presidedById: id },
          take: MOST,
          select: { openedAt: true, meeting: { select: { event } } },
        }),
      ]);
      return [
        ...proxies.map(({ givenAt, giver }) => ({
          what: "pouvoir",
          assembly: giver.assembly.meeting.event.title,
          at: givenAt,
        })),
        ...presided.map(({ openedAt, meeting }) => ({
          what: "présidence",
          assembly: meeting.event.title,
          at: openedAt,
        })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.assemblyProxy.updateMany({ where: { givenById: id }, data: { givenById: null } });
      await tx.assembly.updateMany({ where: { presidedById: id }, data: { presidedById: null } });
    },
    kept: "Les pouvoirs et les séances, sans votre nom.",
  },
];

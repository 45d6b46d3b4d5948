import { erasedAddress, MOST, type PersonalData } from "./words.ts";

/** What somebody asked, decided or noted about joining the club. */
export const membership: PersonalData[] = [
  {
    covers: ["membership_applicant.email"],
    name: "applications",
    title: "Demandes d’adhésion où vous êtes nommé",
    labels: { structure: "Structure", firstName: "Prénom", lastName: "Nom", function: "Fonction", submittedAt: "Le" },
    read: async (tx, { email }) => {
      const rows = await tx.membershipApplicant.findMany({
        relationLoadStrategy: "join",
        where: { email: { equals: email, mode: "insensitive" } },
        take: MOST,
        select: {
          firstName: true,
          lastName: true,
          function: true,
          application: { select: { legalName: true, submittedAt: true } },
        },
      });
      return rows.map(({ application, ...applicant }) => ({
        structure: application.legalName,
        ...applicant,
        submittedAt: application.submittedAt,
      }));
    },
    erase: (tx, { id, email }) =>
      tx.membershipApplicant.updateMany({
        where: { email: { equals: email, mode: "insensitive" } },
        data: { email: erasedAddress(id), firstName: "Personne", lastName: "effacée", function: "–" },
      }),
    kept: "La demande de la structure, sans votre nom, jusqu’au jour où elle s’efface.",
  },
  {
    covers: [
      "membership_question.askedById",
      "membership_comment.authorId",
      "membership_vote.personId",
      "membership_closure.closedById",
    ],
    name: "applicationReviews",
    title: "Votre part dans l’examen des demandes d’adhésion",
    labels: { what: "Quoi", words: "Texte", at: "Le" },
    read: async (tx, { id }) => {
      const [questions, comments, votes, closures] = await Promise.all([
        tx.membershipQuestion.findMany({ where: { askedById: id }, take: MOST, select: { text: true, askedAt: true } }),
        tx.membershipComment.findMany({ where: { authorId: id }, take: MOST, select: { text: true, writtenAt: true } }),
        tx.membershipVote.findMany({ where: { personId: id }, take: MOST, select: { opinion: true, castAt: true } }),
        tx.membershipClosure.findMany({
          where: { closedById: id },
          take: MOST,
          select: { outcome: true, closedAt: true },
        }),
      ]);
      return [
        ...questions.map(({ text, askedAt }) => ({ what: "question", words: text, at: askedAt })),
        ...comments.map(({ text, writtenAt }) => ({ what: "commentaire", words: text, at: writtenAt })),
        ...votes.map(({ opinion, castAt }) => ({ what: "vote", words: opinion, at: castAt })),
        ...closures.map(({ outcome, closedAt }) => ({ what: "décision", words: outcome, at: closedAt })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.membershipQuestion.updateMany({ where: { askedById: id }, data: { askedById: null } });
      await tx.membershipComment.updateMany({ where: { authorId: id }, data: { authorId: null } });
      await tx.membershipClosure.updateMany({ where: { closedById: id }, data: { closedById: null } });
    },
    kept: "Vos avis et décisions, sans votre nom, tant que la demande est gardée.",
  },
  {
    covers: ["prospect_invitation.toAddress", "prospect.email"],
    name: "prospectInvitations",
    title: "Invitations à adhérer reçues à votre adresse",
    labels: { toName: "Nom", sentAt: "Le" },
    read: (tx, { email }) =>
      tx.prospectInvitation.findMany({
        where: { toAddress: { equals: email, mode: "insensitive" } },
        take: MOST,
        select: { toName: true, sentAt: true },
      }),
    erase: async (tx, { id, email }) => {
      const own = { equals: email, mode: "insensitive" } as const;
      await tx.prospectInvitation.updateMany({
        where: { toAddress: own },
        data: { toAddress: erasedAddress(id), toName: "Personne effacée" },
      });
      await tx.prospect.updateMany({ where: { email: own }, data: { email: null } });
    },
    kept: null,
  },
  {
    covers: ["prospect_acquaintance.personId", "prospect_entry.authorId", "prospect_invitation.invitedById"],
    name: "prospects",
    title: "Ce que vous avez dit des entreprises du territoire",
    labels: { what: "Quoi", prospect: "Entreprise", words: "Texte", at: "Le" },
    read: async (tx, { id }) => {
      const prospect = { select: { name: true } } as const;
      const [known, notes, invitations] = await Promise.all([
        tx.prospectAcquaintance.findMany({ where: { personId: id }, take: MOST, select: { since: true, prospect } }),
        tx.prospectEntry.findMany({
          where: { authorId: id },
          take: MOST,
          select: { note: true, writtenAt: true, prospect },
        }),
        tx.prospectInvitation.findMany({ where: { invitedById: id }, take: MOST, select: { sentAt: true, prospect } }),
      ]);
      return [
        ...known.map(({ since, ...row }) => ({
          what: "je connais",
          prospect: row.prospect.name,
          words: "",
          at: since,
        })),
        ...notes.map(({ note, writtenAt, ...row }) => ({
          what: "note",
          prospect: row.prospect.name,
          words: note,
          at: writtenAt,
        })),
        ...invitations.map(({ sentAt, ...row }) => ({
          what: "invitation",
          prospect: row.prospect.name,
          words: "",
          at: sentAt,
        })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.prospectAcquaintance.deleteMany({ where: { personId: id } });
      await tx.prospectEntry.updateMany({ where: { authorId: id }, data: { authorId: null } });
      await tx.prospectInvitation.updateMany({ where: { invitedById: id }, data: { invitedById: null } });
    },
    kept: "Vos notes sur ces entreprises, sans votre nom.",
  },
];

import { MOST, type PersonalData } from "./words.ts";

/** What somebody did in the workspaces of answers given together. */
export const consortia: PersonalData[] = [
  {
    covers: ["consortium_message.personId"],
    name: "workspaceMessages",
    title: "Vos messages dans des espaces de travail",
    labels: { body: "Texte", structure: "Au nom de", writtenAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.consortiumMessage.findMany({
        where: { personId: id },
        orderBy: { writtenAt: "asc" },
        take: MOST,
        select: { body: true, structureName: true, writtenAt: true },
      });
      return rows.map(({ structureName, ...row }) => ({ ...row, structure: structureName }));
    },
    erase: (tx, { id }) => tx.consortiumMessage.updateMany({ where: { personId: id }, data: { personId: null } }),
    kept: "Leur texte, sans votre nom\u202f: vous y parliez pour votre structure.",
  },
  {
    covers: ["consortium_task.ownerId", "consortium_task.changedById"],
    name: "workspaceTasks",
    title: "Tâches de réponses communes",
    labels: { title: "Tâche", doneAt: "Faite le" },
    read: (tx, { id }) =>
      tx.consortiumTask.findMany({
        where: { OR: [{ ownerId: id }, { changedById: id }] },
        orderBy: { id: "asc" },
        take: MOST,
        select: { title: true, doneAt: true },
      }),
    erase: async (tx, { id }) => {
      await tx.consortiumTask.updateMany({ where: { ownerId: id }, data: { ownerId: null } });
      await tx.consortiumTask.updateMany({ where: { changedById: id }, data: { changedById: null } });
    },
    kept: "Les tâches, sans votre nom\u202f: le groupement les doit à l’acheteur.",
  },
  {
    covers: ["consortium_guest.personId", "consortium_guest.invitedById", "consortium_guest.email"],
    name: "workspaceGuests",
    title: "Espaces de travail où vous êtes invité à lire, ou avez invité",
    labels: { since: "Depuis", revokedAt: "Jusqu’au" },
    read: (tx, { id, email }) =>
      tx.consortiumGuest.findMany({
        where: { OR: [{ personId: id }, { invitedById: id }, { email: email.toLowerCase() }] },
        orderBy: { since: "asc" },
        take: MOST,
        select: { since: true, revokedAt: true },
      }),
    erase: (tx, { id, email }, now) =>
      tx.consortiumGuest.updateMany({
        where: { OR: [{ personId: id }, { email: email.toLowerCase() }], revokedAt: null },
        data: { revokedAt: now, email: "" },
      }),
    kept: "Qu’un accès a été ouvert puis fermé, sans votre nom\u202f: les membres en répondent entre eux.",
  },
  {
    covers: ["consortium_entry.personId", "consortium_step.personId", "consortium_document_version.uploadedById"],
    name: "workspaceHistory",
    title: "Décisions, étapes et documents que vous avez enregistrés pour des réponses communes",
    labels: { what: "Quoi", words: "Texte", at: "Le" },
    read: async (tx, { id }) => {
      const [entries, steps, files] = await Promise.all([
        tx.consortiumEntry.findMany({ where: { personId: id }, take: MOST, select: { text: true, at: true } }),
        tx.consortiumStep.findMany({ where: { personId: id }, take: MOST, select: { reason: true, takenAt: true } }),
        tx.consortiumDocumentVersion.findMany({
          where: { uploadedById: id },
          take: MOST,
          select: { fileName: true, uploadedAt: true },
        }),
      ]);
      return [
        ...entries.map(({ text, at }) => ({ what: "décision", words: text, at })),
        ...steps.map(({ reason, takenAt }) => ({ what: "étape", words: reason, at: takenAt })),
        ...files.map(({ fileName, uploadedAt }) => ({ what: "document", words: fileName, at: uploadedAt })),
      ];
    },
    erase: null,
    kept: "Ce qui a été décidé et remis à l’acheteur, sans votre nom\u202f: ce journal ne se réécrit pas.",
  },
];

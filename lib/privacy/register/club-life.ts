import { dayOfColumn } from "#lib/platform/dates";
import { formatEuros } from "#lib/platform/french";
import { erasedAddress, MOST, type PersonalData } from "./words.ts";

/** What somebody wrote, was told and did in the club. */
export const clubLife: PersonalData[] = [
  {
    covers: ["news_post.authorId"],
    name: "newsPosts",
    title: "Actualités que vous avez écrites",
    labels: { title: "Titre", lead: "Chapeau", body: "Texte", publishedAt: "Publiée le" },
    read: (tx, { id }) =>
      tx.newsPost.findMany({
        where: { authorId: id },
        take: MOST,
        select: { title: true, lead: true, body: true, publishedAt: true },
      }),
    erase: (tx, { id }) => tx.newsPost.updateMany({ where: { authorId: id }, data: { authorId: null } }),
    kept: "Leur texte, sans votre nom\u202f: elles ont été publiées au nom du club.",
  },
  {
    covers: ["need.contactEmail"],
    name: "needs",
    title: "Besoins que vous avez exprimés",
    labels: { text: "Besoin", city: "Commune", contactName: "Nom donné", receivedAt: "Reçu le" },
    read: (tx, { email }) =>
      tx.need.findMany({
        where: { contactEmail: { equals: email, mode: "insensitive" } },
        orderBy: { receivedAt: "asc" },
        take: MOST,
        select: { text: true, city: true, contactName: true, receivedAt: true },
      }),
    erase: async (tx, { id, email }) => {
      const own = { contactEmail: { equals: email, mode: "insensitive" } } as const;
      await tx.needMessage.deleteMany({ where: { introduction: { need: own } } });
      await tx.need.updateMany({
        where: own,
        data: {
          contactEmail: erasedAddress(id),
          contactName: "Contact effacé",
          contactPhone: null,
          organization: null,
          fingerprint: null,
        },
      });
    },
    kept: "Le besoin, sans votre nom ni votre adresse\u202f: il compte dans l’activité du club.",
  },
  {
    covers: ["internship.authorId"],
    name: "internshipsWritten",
    title: "Offres de stage que vous avez écrites",
    labels: { title: "Titre", structure: "Structure", createdAt: "Écrite le", publishedAt: "Publiée le" },
    read: async (tx, { id }) => {
      const rows = await tx.internship.findMany({
        relationLoadStrategy: "join",
        where: { authorId: id },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: { title: true, createdAt: true, publishedAt: true, structure: { select: { name: true } } },
      });
      return rows.map(({ structure, ...offer }) => ({ ...offer, structure: structure.name }));
    },
    erase: (tx, { id }) =>
      tx.internship.updateMany({ where: { authorId: id }, data: { authorId: null, tutorName: null } }),
    kept: "L’offre, sans votre nom\u202f: elle est celle de la structure.",
  },
  {
    covers: ["internship_alert.email"],
    name: "internshipAlerts",
    title: "Vos alertes de stages",
    labels: { search: "Recherche", requestedAt: "Demandée le", confirmedAt: "Confirmée le" },
    read: (tx, { email }) =>
      tx.internshipAlert.findMany({
        where: { email: email.toLowerCase() },
        orderBy: { requestedAt: "asc" },
        take: MOST,
        select: { search: true, requestedAt: true, confirmedAt: true },
      }),
    erase: (tx, { email }) => tx.internshipAlert.deleteMany({ where: { email: email.toLowerCase() } }),
    kept: null,
  },
  {
    covers: ["notice.personId"],
    name: "notices",
    title: "Ce que le portail vous a annoncé",
    labels: { title: "Annonce", createdAt: "Le" },
    read: (tx, { id }) =>
      tx.notice.findMany({
        where: { personId: id },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: { title: true, createdAt: true },
      }),
    erase: (tx, { id }) => tx.notice.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["notice_preference.personId"],
    name: "digest",
    title: "Ce que vous recevez par e-mail",
    labels: {
      rhythm: "Rythme du résumé",
      remindsWeekBefore: "Rappel une semaine avant",
      remindsDayBefore: "La veille",
    },
    read: (tx, { id }) =>
      tx.noticePreference.findMany({
        where: { personId: id },
        select: { rhythm: true, remindsWeekBefore: true, remindsDayBefore: true },
      }),
    erase: (tx, { id }) => tx.noticePreference.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["mail.personId", "mail.toAddress"],
    name: "mails",
    title: "Messages que le portail vous a envoyés",
    labels: { subject: "Objet", createdAt: "Écrit le", sentAt: "Parti le", text: "Texte" },
    read: (tx, { id, email }) =>
      tx.mail.findMany({
        where: { OR: [{ personId: id }, { toAddress: { equals: email, mode: "insensitive" } }] },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: { subject: true, createdAt: true, sentAt: true, text: true },
      }),
    erase: async (tx, { id, email }) => {
      const own = { OR: [{ personId: id }, { toAddress: { equals: email, mode: "insensitive" as const } }] };
      // That a structure was asked for its dues is the accounts' to prove; to whom, and in which words, is not.
      const proof = { AND: [own, { subjectKind: "FeeCall", state: { not: "queued" as const } }] };
      await tx.mailAttachment.deleteMany({ where: { mail: proof } });
      await tx.mail.updateMany({
        where: proof,
        data: { personId: null, toName: null, toAddress: erasedAddress(id), text: "", html: "" },
      });
      await tx.mail.deleteMany({ where: own });
    },
    kept: "Qu’un message sur sa cotisation est parti à votre structure, sans votre nom, votre adresse ni son texte.",
  },
  {
    covers: ["fee_payment.recordedById"],
    name: "feesRecorded",
    title: "Règlements de cotisation que vous avez enregistrés",
    labels: { receipt: "Reçu", amount: "Montant", paidOn: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.feePayment.findMany({
        where: { recordedById: id },
        orderBy: { recordedAt: "asc" },
        take: MOST,
        select: { receipt: true, amountCents: true, paidOn: true },
      });
      return rows.map(({ receipt, amountCents, paidOn }) => ({
        receipt,
        amount: formatEuros(amountCents),
        paidOn: dayOfColumn(paidOn),
      }));
    },
    erase: null,
    kept: "Les écritures, sans votre nom\u202f: les comptes se gardent dix ans (code de commerce, art. L123-22).",
  },
  {
    covers: ["audit_entry.personId"],
    name: "acts",
    title: "Vos actes dans le journal du portail",
    labels: { at: "Le", action: "Acte", subject: "Sur" },
    read: async (tx, { id }) => {
      const rows = await tx.auditEntry.findMany({
        where: { personId: id },
        orderBy: { id: "asc" },
        take: MOST,
        select: { at: true, action: true, subjectKind: true },
      });
      return rows.map(({ at, action, subjectKind }) => ({ at, action, subject: subjectKind }));
    },
    erase: null,
    kept: "Les actes, sans votre nom\u202f: personne, pas même l’administration, ne peut réécrire ce journal.",
  },
];

import type { Block } from "#lib/mail/message";
import type { OutgoingMail } from "#lib/mail/outbox";
import { type Day, dayOfColumn, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

/** The columns of an application that its messages tell of. */
export const MAILED = {
  id: true,
  internship: { select: { id: true, slug: true, title: true, answerBy: true, startsOn: true } },
  structure: { select: { id: true, name: true } },
  student: {
    select: { schoolId: true, person: { select: { id: true, email: true, firstName: true, lastName: true } } },
  },
} as const;

export interface MailedApplication {
  id: string;
  internship: { id: string; slug: string; title: string; answerBy: Date; startsOn: Date };
  structure: { id: string; name: string };
  student: { schoolId: string | null; person: MailedPerson } | null;
}

export interface MailedPerson {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

const WHY_STUDENT = "Vous recevez ce message parce que vous avez candidaté à un stage sur le portail du club.";
const WHY_HOUSE = "Vous recevez ce message parce que votre structure propose un stage sur le portail du club.";

/** What has left, and by when it is answered. */
export const receiptMail = (application: MailedApplication) =>
  toStudent(application, "application-receipt", `Votre candidature est partie\u202f: ${application.internship.title}`, [
    {
      text: `${application.structure.name} a reçu votre candidature. Vous verrez ici quand elle est lue.`,
    },
    {
      facts: [
        { term: "Stage", value: application.internship.title },
        { term: "Réponse au plus tard", value: formatDay(dayOfColumn(application.internship.answerBy)) },
      ],
    },
    {
      text: "Si l’entreprise se tait jusque-là, le portail vous répondra à sa place\u202f: vous saurez, de toute façon.",
    },
    follow(application),
  ]);

/** To the student whom the company wants: the place is theirs once they accept, while one is left. */
export const offeredMail = (application: MailedApplication) =>
  toStudent(
    application,
    "application-offered",
    `${application.structure.name} vous propose une place\u202f: ${application.internship.title}`,
    [
      { text: `Bonne nouvelle\u202f: ${application.structure.name} souhaite vous accueillir.` },
      { text: "La place est à vous dès que vous l’acceptez, tant qu’il en reste\u202f: répondez sans tarder." },
      { action: { label: "Répondre à la proposition", path: paths.ownApplication(application.id) } },
    ],
  );

/** To the student who accepted a place: what comes next, and to withdraw what else they asked for. */
export const acceptedMail = (application: MailedApplication) =>
  toStudent(application, "application-accepted", `Votre stage est trouvé\u202f: ${application.internship.title}`, [
    {
      text: `Votre place chez ${application.structure.name} est réservée. ${
        application.student?.schoolId
          ? "Votre école prépare la convention de stage."
          : "Prévenez votre école\u202f: elle prépare la convention de stage."
      }`,
    },
    { text: "Vous avez d’autres candidatures en cours\u202f? Retirez-les\u202f: ces places serviront à d’autres." },
    { action: { label: "Voir mes candidatures", path: paths.ownApplications } },
  ]);

/** The company's own words; and, where it had proposed a place, that it takes it back. */
export const refusedMail = (
  application: MailedApplication,
  { words, takesBack }: { words: string; takesBack: boolean },
) =>
  toStudent(application, "application-refused", `Réponse à votre candidature\u202f: ${application.internship.title}`, [
    {
      text: takesBack
        ? `${application.structure.name} reprend la place qui vous était proposée\u202f: vous ne l’aviez pas encore acceptée.`
        : `${application.structure.name} a répondu à votre candidature.`,
    },
    { quote: words },
    others,
  ]);

/** The portal's answer, on the promised day, for a company that said nothing. */
export const silenceMail = (application: MailedApplication) =>
  toStudent(application, "application-silence", `Réponse à votre candidature\u202f: ${application.internship.title}`, [
    {
      text: `${application.structure.name} avait promis une réponse pour aujourd’hui et ne l’a pas donnée. Pour ne pas vous laisser attendre, nous mettons fin à votre candidature. Ce silence ne dit rien de votre dossier, et il est compté à l’entreprise.`,
    },
    others,
  ]);

/** To the student whose application ends because others took all the places. */
export const filledMail = (application: MailedApplication) =>
  toStudent(application, "application-filled", `Le stage est pourvu\u202f: ${application.internship.title}`, [
    {
      text: `Toutes les places de ce stage chez ${application.structure.name} viennent d’être prises. Votre candidature s’arrête là, sans que rien ne vous soit reproché.`,
    },
    others,
  ]);

/** Told with what goes, once. */
export const erasedMail = (person: MailedPerson, titles: string[]): OutgoingMail => ({
  kind: "applications-erased",
  to: recipient(person),
  message: {
    subject: `Nous avons effacé ${count(titles.length, "candidature")}`,
    greeting: `Bonjour ${person.firstName}`,
    blocks: [
      {
        text: "Leur durée de conservation est écoulée. Votre message, les notes de l’entreprise et le CV joint sont effacés.",
      },
      { list: titles },
      { action: { label: "Ce que le portail garde sur moi", path: paths.ownData } },
    ],
    why: WHY_STUDENT,
  },
});

/** To the company's people, the one reminder that a student may send: by when an answer was promised. */
export const nudgeMails = (application: MailedApplication, people: MailedPerson[], today: Day) =>
  toHouse(application, people, "application-nudge", `${applicantName(application)} attend votre réponse`, [
    {
      text: `${applicantName(application)} a candidaté à «\u202f${application.internship.title}\u202f» et vous rappelle sa candidature. Vous avez promis une réponse au plus tard le ${formatDay(dayOfColumn(application.internship.answerBy))}${dayOfColumn(application.internship.answerBy) === today ? ", aujourd’hui" : ""}.`,
    },
    { text: "Un refus courtois vaut mieux qu’un silence\u202f: il part en un clic." },
    received(application),
  ]);

/** To the company's people: a student accepted, and `left` places remain. */
export const placeTakenMails = (application: MailedApplication, people: MailedPerson[], left: number) =>
  toHouse(application, people, "place-taken", `${applicantName(application)} accepte votre stage`, [
    {
      text: `${applicantName(application)} accepte la place pour «\u202f${application.internship.title}\u202f». ${
        left > 0
          ? `Il reste ${count(left, "place")}.`
          : "Toutes les places sont prises\u202f: l’offre est close, et les autres candidats sont prévenus."
      }`,
    },
    {
      text: "Son école, s’il en a une sur le portail, prépare la convention. Tenez prêts le nom du tuteur et les dates.",
    },
    received(application),
  ]);

/** To the company's people: the student takes the application back, and what went with it. */
export const withdrawnMails = (application: MailedApplication, people: MailedPerson[]) =>
  toHouse(application, people, "place-declined", `${applicantName(application)} renonce à votre stage`, [
    {
      text: `${applicantName(application)} renonce à «\u202f${application.internship.title}\u202f». Sa candidature est retirée, son message et son CV sont effacés de votre espace.`,
    },
    { action: { label: "Voir les candidatures", path: paths.receivedApplications(application.internship.id) } },
  ]);

/** The same of a place that had filled the offer: it closed, others were told no, and only its house may want it open again. */
export const freedMails = (
  application: MailedApplication,
  people: MailedPerson[],
  { isInTime }: { isInTime: boolean },
) =>
  toHouse(application, people, "place-freed", `Une place se libère\u202f: ${application.internship.title}`, [
    {
      text: `${applicantName(application)} renonce à la place acceptée pour «\u202f${application.internship.title}\u202f». Sa candidature est retirée, son message et son CV sont effacés de votre espace.`,
    },
    {
      text: `L’offre s’était fermée d’elle-même, toutes ses places étant prises. Elle reste fermée tant que vous ne la rouvrez pas${isInTime ? "" : "\u202f; sa date limite étant passée, repoussez-la d’abord"}.`,
    },
    {
      action: {
        label: isInTime ? "Rouvrir l’offre" : "Repousser la date limite",
        path: isInTime
          ? paths.memberInternship(application.internship.id)
          : paths.editInternship(application.internship.id),
      },
    },
  ]);

/** One message about an application to its student; none when the student is gone. */
export function toStudent(
  application: MailedApplication,
  kind: string,
  subject: string,
  blocks: Block[],
): OutgoingMail[] {
  const { id, student } = application;
  if (!student) return [];
  const greeting = `Bonjour ${student.person.firstName}`;
  return [
    {
      kind,
      to: recipient(student.person),
      about: { kind: "InternshipApplication", id },
      message: { subject, greeting, blocks, why: WHY_STUDENT },
    },
  ];
}

/** The same message about an application to each of the company's people. */
export function toHouse(
  { id }: MailedApplication,
  people: MailedPerson[],
  kind: string,
  subject: string,
  blocks: Block[],
): OutgoingMail[] {
  return people.map((person) => ({
    kind,
    to: recipient(person),
    about: { kind: "InternshipApplication", id },
    message: { subject, greeting: `Bonjour ${person.firstName}`, blocks, why: WHY_HOUSE },
  }));
}

/** Whose application it is, in words, when the student's account was erased too. */
export function applicantName({ student }: MailedApplication): string {
  return student ? `${student.person.firstName} ${student.person.lastName}` : "Un étudiant";
}

function recipient({ id, email, firstName, lastName }: MailedPerson) {
  return { address: email, name: `${firstName} ${lastName}`, personId: id };
}

const follow = ({ id }: MailedApplication): Block => ({
  action: { label: "Suivre ma candidature", path: paths.ownApplication(id) },
});

const received = ({ id, internship }: MailedApplication): Block => ({
  action: { label: "Voir la candidature", path: paths.receivedApplication(internship.id, id) },
});

const others: Block = { action: { label: "Voir d’autres offres", path: paths.internships } };

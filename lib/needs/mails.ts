import type { Headcount, NeedBudget, NeedDelay } from "#lib/generated/prisma/enums";
import type { Block } from "#lib/mail/message";
import type { OutgoingMail } from "#lib/mail/outbox";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { signedToken } from "#lib/platform/tokens";
import { BUDGET_LABELS, DELAY_LABELS, HEADCOUNT_LABELS } from "./labels.ts";
import { UNCONFIRMED_DAYS } from "./rules.ts";

/** The buyer's own links: signed, worth something as long as the need is there. */
const CONFIRM = "confirm-need";
const FOLLOW = "follow-need";
/** The buyer's own link to read the need again and confirm it. */
export const confirmToken = (needId: string) => signedToken(CONFIRM, needId);
/** The buyer's own link to follow the need, write to members and close it. */
export const followToken = (needId: string) => signedToken(FOLLOW, needId);
export const LINK_PURPOSES = { confirm: CONFIRM, follow: FOLLOW } as const;

/** The columns of a need that its messages quote. */
export const MAILED = {
  id: true,
  text: true,
  city: true,
  delay: true,
  budget: true,
  headcount: true,
  contactName: true,
  contactEmail: true,
  commissionId: true,
} as const;

export interface MailedNeed {
  id: string;
  text: string;
  city: string | null;
  delay: NeedDelay;
  budget: NeedBudget;
  headcount: Headcount | null;
  contactName: string;
  contactEmail: string;
}

export interface Recipient {
  address: string;
  name?: string;
  personId?: string;
}

const WHY_BUYER = "Vous recevez ce message parce que vous avez confié un besoin au club TacTic.";
const WHY_MEMBER = "Vous recevez ce message parce que votre structure est adhérente du club TacTic.";

function toBuyer(need: MailedNeed, kind: string, subject: string, blocks: Block[]): OutgoingMail {
  return {
    kind,
    to: { address: need.contactEmail, name: need.contactName },
    about: { kind: "Need", id: need.id },
    message: { subject, greeting: `Bonjour ${need.contactName}`, blocks, why: WHY_BUYER },
  };
}

function toMembers(
  recipients: Recipient[],
  need: MailedNeed,
  kind: string,
  subject: string,
  blocks: Block[],
): OutgoingMail[] {
  return recipients.map((to) => ({
    kind,
    to,
    about: { kind: "Need", id: need.id },
    message: { subject, greeting: to.name ? `Bonjour ${to.name}` : "Bonjour", blocks, why: WHY_MEMBER },
  }));
}

const follow = (need: MailedNeed): Block => ({
  action: { label: "Suivre mon besoin", path: paths.followNeed(followToken(need.id)) },
});

/** To the buyer: nothing left yet, here is what you typed and the link that sends it. */
export const confirmMail = (need: MailedNeed) =>
  toBuyer(need, "need-confirm", "Confirmez votre demande", [
    { text: "Rien n’est encore parti. Relisez votre demande, puis confirmez-la pour que nous la transmettions\u202f:" },
    { quote: need.text },
    { action: { label: "Relire et confirmer", path: paths.confirmNeed(confirmToken(need.id)) } },
    {
      text: `Si vous n’êtes pas à l’origine de cette demande, ne faites rien\u202f: elle sera effacée dans ${UNCONFIRMED_DAYS} jours.`,
    },
  ]);

/** To the buyer who confirmed: whom the need went to, or that a person of the club reads it. */
export const confirmedMail = (need: MailedNeed, names: string[]) =>
  toBuyer(need, "need-confirmed", "Votre demande est partie", [
    names.length > 0
      ? {
          text: `Nous l’avons transmise à ${names.join(", ")}. Vos coordonnées restent chez nous tant qu’un adhérent ne s’est pas dit intéressé.`,
        }
      : {
          text: "Aucun adhérent ne répond exactement à ce besoin\u202f: la personne responsable de la commission le lit et vous écrit.",
        },
    {
      text: "Cette page est la vôtre\u202f: vous y lisez les réponses, vous y écrivez aux adhérents, vous y dites qui vous avez retenu.",
    },
    follow(need),
  ]);

/** To the people of a member asked first or in its turn: the need, and by when to answer. */
export const proposedMails = (recipients: Recipient[], need: MailedNeed, dueAt: Date) =>
  toMembers(recipients, need, "need-proposed", `Un besoin pour vous${need.city ? ` à ${need.city}` : ""}`, [
    { quote: need.text },
    {
      facts: [
        { term: "Pour quand", value: DELAY_LABELS[need.delay] },
        { term: "Budget", value: BUDGET_LABELS[need.budget] },
        ...(need.headcount ? [{ term: "Effectif", value: HEADCOUNT_LABELS[need.headcount] }] : []),
      ],
    },
    {
      text: `Répondez avant le ${formatInstant(dueAt)}, même pour dire non\u202f: sans réponse, le besoin passe à un autre adhérent.`,
    },
    { action: { label: "Lire et répondre", path: paths.memberNeed(need.id) } },
  ]);

/** To the buyer: `member` is interested and has their contact now. */
export const interestedMail = (need: MailedNeed, member: string) =>
  toBuyer(need, "need-interested", `${member} est intéressé par votre besoin`, [
    { text: `${member} s’est dit intéressé\u202f: nous lui avons donné vos coordonnées, il vous contacte.` },
    follow(need),
  ]);

/** To the buyer: a question of `member`, before it says yes or no. */
export const askedMail = (need: MailedNeed, member: string, text: string) =>
  toBuyer(need, "need-question", `${member} vous pose une question`, [{ quote: text }, follow(need)]);

const WITH_LEAD =
  "Nous avons prévenu la personne responsable de la commission\u202f: elle lit votre besoin et vous répond.";

/** To the buyer: `member` cannot, and who was asked in its place: another, a lead when nobody is left, else nobody. */
export const declinedMail = (
  need: MailedNeed,
  member: string,
  { next, isWithLead }: { next: string | null; isWithLead: boolean },
) =>
  toBuyer(need, "need-declined", `${member} ne peut pas répondre à votre besoin`, [
    {
      text: next
        ? `Nous l’avons transmis à ${next}.`
        : isWithLead
          ? WITH_LEAD
          : "Vos autres interlocuteurs restent saisis.",
    },
    follow(need),
  ]);

/** To the buyer: a later word of `member`. */
export const wordFromMember = (need: MailedNeed, member: string, text: string) =>
  toBuyer(need, "need-message", `${member} vous a écrit`, [{ quote: text }, follow(need)]);

/** To the people of a member: a word of the buyer. */
export const wordFromBuyer = (recipients: Recipient[], need: MailedNeed, text: string) =>
  toMembers(recipients, need, "need-message", "Une réponse de l’acheteur", [
    { quote: text },
    { action: { label: "Lire et répondre", path: paths.memberNeed(need.id) } },
  ]);

/** To the people of the member that the buyer chose. */
export const wonMails = (recipients: Recipient[], need: MailedNeed) =>
  toMembers(recipients, need, "need-won", "Vous êtes retenu", [
    { text: "L’acheteur vous a choisi pour ce besoin\u202f:" },
    { quote: need.text },
    { action: { label: "Revoir le besoin", path: paths.memberNeed(need.id) } },
  ]);

/** To the people of a member that answered and was not chosen. */
export const lostMails = (recipients: Recipient[], need: MailedNeed) =>
  toMembers(recipients, need, "need-closed", "Ce besoin est clos", [
    { quote: need.text },
    { text: "L’acheteur a fait son choix. Merci de lui avoir répondu." },
  ]);

/** To the buyer: who let the time pass, and who was asked instead; null: a person of the club takes over. */
export const passedOnMail = (need: MailedNeed, silent: string[], next: string | null) =>
  toBuyer(
    need,
    "need-passed-on",
    next ? `Votre besoin est passé à ${next}` : "Une personne du club reprend votre besoin",
    [
      { text: `${silent.join(" et ")} n’${silent.length > 1 ? "ont" : "a"} pas répondu à temps.` },
      next ? { text: `Nous avons transmis votre besoin à ${next}.` } : { text: WITH_LEAD },
      follow(need),
    ],
  );

/** To the buyer: a person of the club puts the need before `member`. */
export const placedMail = (need: MailedNeed, member: string, dueAt: Date) =>
  toBuyer(need, "need-placed", `Votre besoin est proposé à ${member}`, [
    {
      text: `Une personne du club l’a lu et l’a transmis à ${member}, qui a jusqu’au ${formatInstant(dueAt)} pour répondre.`,
    },
    follow(need),
  ]);

/** To the lead of the commission: a need that no member answers or covers, with the buyer's contact. */
export const leadMails = (recipients: Recipient[], need: MailedNeed) =>
  toMembers(recipients, need, "need-escalated", "Un besoin attend une réponse dans votre commission", [
    { text: "Personne n’a répondu à ce besoin, ou personne ne le couvre. L’acheteur attend un mot de vous\u202f:" },
    { quote: need.text },
    {
      facts: [
        { term: "Acheteur", value: need.contactName },
        { term: "E-mail", value: need.contactEmail },
      ],
    },
    { action: { label: "Proposer à un adhérent", path: paths.needsToPlace } },
  ]);

/** To the buyer, once, some days after the need was won: how did it go with `member`? */
export const ratingMail = (need: MailedNeed, member: string) =>
  toBuyer(need, "need-rating", `Comment cela s’est-il passé avec ${member}\u202f?`, [
    { text: "Dites-le en un clic\u202f: nous ne vous le demanderons qu’une fois." },
    follow(need),
  ]);

import "server-only";
import type { ClubView } from "#lib/club/queries";
import type { OutgoingMail } from "#lib/mail/outbox";
import { speakingOn } from "#lib/people/affiliations/rules";
import { type Day, dayOfColumn, formatDay } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { formatEuros, of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import {
  type CallOnPaper,
  type PaperRules,
  type PaymentOnPaper,
  waysToPay,
  writeCall,
  writeReceipt,
} from "./documents.ts";
import { lapseDay, yearInWords } from "./rules.ts";

/** Somebody to whom a structure's letters go. */
export interface Recipient {
  address: string;
  name?: string;
  personId?: string;
}

/** What every letter about a call takes from the club. */
export interface Sender {
  rules: PaperRules;
  club: ClubView;
}

/**
 * To whom the letters of each structure go: its référents whom one can write to today, else its own address.
 * One that has neither is not in the answer.
 */
export async function recipientsOf(tx: Tx, structureIds: string[], today: Day): Promise<Map<string, Recipient[]>> {
  const rows = await tx.structure.findMany({
    relationLoadStrategy: "join",
    where: { id: { in: structureIds } },
    select: {
      id: true,
      name: true,
      email: true,
      affiliations: {
        where: {
          role: "primary_contact",
          ...speakingOn(today),
        },
        orderBy: { startsOn: "asc" },
        select: { person: { select: { id: true, email: true, firstName: true, lastName: true } } },
      },
    },
  });
  return new Map(
    rows.flatMap(({ id, name, email, affiliations }): [string, Recipient[]][] => {
      const people = affiliations.map(({ person }) => ({
        address: person.email,
        name: `${person.firstName} ${person.lastName}`,
        personId: person.id,
      }));
      if (people.length > 0) return [[id, people]];
      return email ? [[id, [{ address: email, name }]]] : [];
    }),
  );
}

/** The call with its paper, and what the club brought to the structure the year before, when there is one. */
export async function callLetters(
  call: CallOnPaper,
  to: Recipient[],
  sender: Sender,
  report: Uint8Array<ArrayBuffer> | null,
): Promise<OutgoingMail[]> {
  const year = yearOf(call, sender);
  const attachment = {
    filename: `appel-${call.reference}.pdf`,
    type: "application/pdf",
    content: await writeCall(call, sender.rules, sender.club),
  };
  return to.map((recipient) => ({
    ...letter(
      "fee-call",
      call,
      recipient,
      sender,
      `Cotisation ${year} ${of(call.structure.name)}\u202f: ${formatEuros(call.amountCents)}`,
      [
        {
          text: `Voici l’appel à cotisation ${year} ${of(call.structure.name)}, à régler avant le ${formatDay(dayOfColumn(call.dueOn))}.`,
        },
        {
          facts: [
            { term: "Montant", value: formatEuros(call.amountCents) },
            { term: "Calcul", value: call.basis },
            ...waysToPay(call.reference, sender.rules),
          ],
        },
        {
          text: "Le document est joint à ce message. Votre espace garde tous vos appels et vos reçus, et ce que le club vous a apporté.",
        },
        { action: { label: "Voir notre cotisation", path: paths.ownDues } },
      ],
    ),
    attachments: report
      ? [attachment, { filename: "ce-que-le-club-vous-a-apporte.pdf", type: "application/pdf", content: report }]
      : [attachment],
  }));
}

/** A payment was received: its receipt, and what is left to pay. */
export async function receiptLetters(
  call: CallOnPaper,
  payment: PaymentOnPaper,
  to: Recipient[],
  sender: Sender,
  { isBack }: { isBack: boolean },
): Promise<OutgoingMail[]> {
  const content = await writeReceipt(call, payment, sender.rules, sender.club);
  return to.map((recipient) => ({
    ...letter(
      "fee-receipt",
      call,
      recipient,
      sender,
      `Reçu de votre cotisation\u202f: ${formatEuros(payment.amountCents)}`,
      [
        {
          text: `Merci. Le club a bien reçu ${formatEuros(payment.amountCents)} ${of(call.structure.name)} pour la cotisation ${yearOf(call, sender)}. Le reçu est joint à ce message.`,
        },
        { text: leftToPay(call) },
        ...(isBack
          ? [{ text: `${call.structure.name} est de nouveau dans l’annuaire du club, et retrouve tous ses droits.` }]
          : []),
        { action: { label: "Voir notre cotisation", path: paths.ownDues } },
      ],
    ),
    attachments: [{ filename: `recu-${payment.receipt}.pdf`, type: "application/pdf", content }],
  }));
}

/** A payment had been recorded by mistake: its receipt is worth nothing any more. */
export function undoneLetters(
  call: CallOnPaper,
  payment: PaymentOnPaper,
  to: Recipient[],
  sender: Sender,
): OutgoingMail[] {
  return to.map((recipient) =>
    letter("fee-payment-undone", call, recipient, sender, `Le reçu ${payment.receipt} est annulé`, [
      {
        text: `Le règlement de ${formatEuros(payment.amountCents)} noté pour ${call.structure.name} l’avait été par erreur. Le reçu ${payment.receipt} est annulé\u202f: merci de ne plus l’utiliser.`,
      },
      { text: leftToPay(call) },
      { action: { label: "Voir notre cotisation", path: paths.ownDues } },
    ]),
  );
}

/** A reminder; the last one says on which day the structure leaves the directory. */
export function reminderLetters(
  call: CallOnPaper,
  to: Recipient[],
  sender: Sender,
  { isLast }: { isLast: boolean },
): OutgoingMail[] {
  const year = yearOf(call, sender);
  const day = formatDay(lapseDay(dayOfColumn(call.dueOn), sender.rules));
  const subject = isLast
    ? `Cotisation ${year}\u202f: votre fiche quittera l’annuaire le ${day}`
    : `Rappel\u202f: cotisation ${year} ${of(call.structure.name)}`;
  return to.map((recipient) =>
    letter("fee-reminder", call, recipient, sender, subject, [
      {
        text: `Sauf erreur de notre part, il reste ${formatEuros(call.balanceCents)} à régler sur la cotisation ${year} ${of(call.structure.name)}, attendue pour le ${formatDay(dayOfColumn(call.dueOn))}.`,
      },
      ...(isLast
        ? [
            {
              text: `Sans règlement d’ici là, votre fiche quittera l’annuaire le ${day}. Rien ne sera effacé\u202f: elle y reviendra dès le règlement enregistré.`,
            },
          ]
        : []),
      { facts: waysToPay(call.reference, sender.rules) },
      {
        text: "Si votre règlement vient de partir, ou si quelque chose vous gêne, répondez-nous simplement\u202f: nous trouverons une solution.",
      },
      { action: { label: "Voir notre cotisation", path: paths.ownDues } },
    ]),
  );
}

/** The structure has left the directory; the door stays open. */
export function lapseLetters(call: CallOnPaper, to: Recipient[], sender: Sender): OutgoingMail[] {
  return to.map((recipient) =>
    letter("fee-lapse", call, recipient, sender, `${call.structure.name} n’est plus dans l’annuaire du club`, [
      {
        text: `La cotisation ${yearOf(call, sender)} n’a pas été réglée\u202f: la fiche ${of(call.structure.name)} a quitté l’annuaire aujourd’hui, et son droit de vote est suspendu, dans les conditions prévues par les statuts.`,
      },
      {
        text: `Rien n’est effacé. Dès que ${formatEuros(call.balanceCents)} seront enregistrés, la fiche reviendra telle quelle, avec tous vos droits.`,
      },
      { facts: waysToPay(call.reference, sender.rules) },
      { action: { label: "Voir notre cotisation", path: paths.ownDues } },
    ]),
  );
}

function letter(
  kind: string,
  call: CallOnPaper,
  to: Recipient,
  { club, rules }: Sender,
  subject: string,
  blocks: OutgoingMail["message"]["blocks"],
): OutgoingMail {
  return {
    kind,
    to,
    about: { kind: "FeeCall", id: call.id },
    message: {
      subject,
      greeting: to.name ? `Bonjour ${to.name}` : "Bonjour",
      blocks: rules.vatMention && kind === "fee-call" ? [...blocks, { text: rules.vatMention }] : blocks,
      why: `Message de service du club ${club.name} à ses adhérents\u202f: vous le recevez parce que vous parlez pour ${call.structure.name}.`,
    },
  };
}

function yearOf(call: CallOnPaper, { rules }: Sender): string {
  return yearInWords(call.year, rules.firstMonth);
}

function leftToPay({ balanceCents }: CallOnPaper): string {
  if (balanceCents > 0) return `Il reste ${formatEuros(balanceCents)} à régler.`;
  if (balanceCents < 0)
    return `Vous avez réglé ${formatEuros(-balanceCents)} de trop\u202f: la trésorerie vous proposera de les rendre ou de les garder pour l’an prochain.`;
  return "Votre cotisation est entièrement réglée.";
}

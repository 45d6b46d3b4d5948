import { CAMPAIGN_KIND_LABELS } from "#lib/campaigns/labels";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import { STATUS_LABELS } from "#lib/structures/labels";

/** What the audit log says of each act. A test finds an act of the code that is not here, and a line of no act. */
export const ACTION_LABELS: Record<string, string> = {
  "appoint-person": "a confié un mandat à",
  "end-mandate": "a mis fin à un mandat de",
  "withdraw-appointment": "a annulé la nomination de",
  "join-commission": "a fait rejoindre une commission à",
  "leave-commission": "a fait quitter une commission à",
  "settle-membership": "a changé le statut de",
  "import-members": "a importé une liste d’adhérents",
  "create-admin": "a créé l’administration de",
  "grant-administration": "a confié l’administration du portail à",
  "withdraw-administration": "a retiré l’administration du portail à",
  "suspend-person": "a suspendu l’accès de",
  "lift-suspension": "a rétabli l’accès de",
  "resend-mail": "a renvoyé un message",
  "draft-campaign": "a préparé le message",
  "send-campaign": "a envoyé le message",
  "give-newsletter-consent": "s’est abonné à la lettre",
  "withdraw-newsletter-consent": "s’est désabonné de la lettre",
  "update-club": "a modifié les informations du club",
};

/** What an entry says beside its act; ids and what is not here are not shown. */
export const DETAIL_LABELS: Record<string, string> = {
  function: "fonction",
  commission: "commission",
  startsOn: "premier jour",
  endsOn: "dernier jour",
  from: "de",
  to: "à",
  reason: "raison",
  kind: "genre",
  recipients: "destinataires",
  changed: "changé",
};

/** The values that are words of the code. */
export const VALUE_LABELS: Record<string, string> = { ...FUNCTION_LABELS, ...STATUS_LABELS, ...CAMPAIGN_KIND_LABELS };

/** What an entry is about. */
export const SUBJECT_LABELS: Record<string, string> = {
  Person: "Personne",
  Structure: "Structure",
  Mail: "Courrier",
  Campaign: "Message",
  Club: "Club",
};

/**
 * A rule said no. `code` names the rule, `message` is the French sentence shown to the person,
 * `field` the form field it belongs to, if any.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly field: string | undefined;

  constructor(code: string, message: string, field?: string) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.field = field;
  }
}

/** A refusal that already has its own line in the audit log. */
export class NotedRefusal extends Refusal {}

// French for what PostgreSQL's own constraints refuse, by constraint name.
const BROKEN_RULES: Record<string, { message: string; field?: string }> = {
  structure_siret_key: { message: "Une structure porte déjà ce SIRET.", field: "siret" },
  structure_siret_shape: { message: "Saisissez un SIRET à 14 chiffres.", field: "siret" },
  structure_slug_key: { message: "Cette adresse de page est déjà prise.", field: "slug" },
  structure_known_by_name: { message: "Une structure porte déjà ce nom dans cette commune.", field: "name" },
  former_slug_taken: { message: "Cette adresse de page a déjà servi à une autre fiche.", field: "slug" },
  person_email_key: { message: "Cette adresse e-mail est déjà utilisée.", field: "email" },
  membership_closure_pkey: { message: "Cette demande est déjà close." },
  membership_application_open: { message: "Cette demande est déjà close." },
  membership_applicant_once: { message: "Deux personnes ont la même adresse e-mail.", field: "people" },
  prospect_siret_key: { message: "Ce SIRET est déjà dans la liste des prospects.", field: "siret" },
  prospect_known_by_name: { message: "Cette entreprise est déjà dans la liste des prospects.", field: "name" },
  prospect_invitation_once: { message: "Cette personne a déjà été invitée.", field: "email" },
  invitation_once: {
    message: "Une invitation attend déjà à cette adresse\u202f: vous pouvez la renvoyer.",
    field: "email",
  },
  structure_keeps_a_referent: {
    message:
      "Une structure garde toujours au moins un référent\u202f: nommez-en un autre avant, ou passez-lui le relais.",
  },
  mandate_one_lead: { message: "Cette commission a déjà un responsable à ces dates.", field: "startsOn" },
  mandate_one_officer: { message: "Cette fonction est déjà occupée à ces dates.", field: "startsOn" },
  mandate_not_twice: { message: "Cette personne tient déjà cette fonction à ces dates.", field: "startsOn" },
  mandate_in_order: { message: "Le mandat finit avant d’avoir commencé.", field: "endsOn" },
  club_rna_shape: { message: "Un numéro RNA est un W suivi de neuf chiffres.", field: "rna" },
  club_siret_shape: { message: "Saisissez un SIRET à 14 chiffres.", field: "siret" },
  expectation_is_merged: { message: "Cette attente a été réunie à une autre\u202f: vos voix y sont déjà." },
  expectation_not_merged_into_itself: {
    message: "Une attente ne peut pas être réunie à elle-même.",
    field: "targetId",
  },
  expectation_merge_no_chain: { message: "Cette attente a déjà été réunie à une autre.", field: "targetId" },
  expectation_step_in_turn: { message: "Quelqu’un vient de répondre à cette attente. Relisez-la avant de continuer." },
  expectation_step_no_jump: { message: "Cette attente n’en est pas là\u202f: une étape manque.", field: "state" },
  expectation_step_set_aside_with_reason: {
    message: "Dites pourquoi elle est écartée\u202f: ceux qui l’ont portée le liront.",
    field: "reason",
  },
  synthesis_one_draft: { message: "Une synthèse est déjà en préparation pour cette commission." },
  fee_rate_once: { message: "Le barème a déjà une ligne pour ce cas à cette date.", field: "validFrom" },
  fee_payment_recorded_once: { message: "Ce règlement est déjà enregistré pour cet appel.", field: "reference" },
  fee_reminder_once_a_day: { message: "Une relance est déjà partie aujourd’hui pour cet appel." },
  room_booking_no_overlap: { message: "Cette salle est déjà prise à cette heure.", field: "roomId" },
  room_capacity: { message: "Une place au moins.", field: "capacity" },
  room_venueId_name_key: { message: "Ce lieu a déjà une salle de ce nom.", field: "name" },
  venue_name_key: { message: "Un lieu porte déjà ce nom.", field: "name" },
  poll_slot_pollId_startsAt_key: { message: "Cette date est déjà proposée.", field: "day" },
  meeting_video_link_shape: { message: "Indiquez une adresse qui commence par https://.", field: "videoUrl" },
  meeting_invitation_not_by_oneself: { message: "Choisissez quelqu’un d’autre.", field: "representedById" },
  agenda_item_at_most_forty: {
    message:
      "Un ordre du jour compte quarante points au plus, propositions comprises\u202f: retirez-en, ou gardez-en pour la prochaine réunion.",
    field: "title",
  },
  minutes_are_published: { message: "Ce compte rendu est publié\u202f: il ne change plus." },
  decision_is_published: { message: "Cette décision est publiée\u202f: elle ne change plus." },
  decision_number_key: { message: "Ce numéro de décision vient d’être pris. Recommencez." },
  minutes_correction_declined_with_reason: {
    message: "Dites pourquoi\u202f: la personne qui l’a demandée le lira.",
    field: "answer",
  },
  school_holiday_no_overlap: { message: "Ces vacances en chevauchent d’autres.", field: "firstDay" },
  school_holiday_in_order: { message: "Le dernier jour doit venir après le premier.", field: "lastDay" },
  assembly_one_second_call: { message: "Cette séance a déjà été convoquée une seconde fois." },
  assembly_proxy_limit: {
    message: "Ce votant tient déjà autant de pouvoirs que les statuts le permettent. Choisissez-en un autre.",
    field: "holderId",
  },
  assembly_proxy_no_chain: {
    message: "Un pouvoir ne se transmet pas\u202f: qui en donne un n’en reçoit pas, qui en reçoit n’en donne pas.",
    field: "holderId",
  },
  assembly_proxy_before_opening: {
    message: "La séance est ouverte\u202f: il est trop tard pour donner pouvoir.",
    field: "holderId",
  },
  assembly_proxy_before_first_vote: {
    message: "Un vote a été ouvert\u202f: les pouvoirs ne changent plus.",
    field: "holderId",
  },
  assembly_proxy_to_another: { message: "Choisissez un autre votant que vous.", field: "holderId" },
  assembly_proxy_same_assembly: { message: "Ce votant n’est pas de cette séance.", field: "holderId" },
  electoral_roll_once: { message: "Ce bulletin est déjà dans l’urne\u202f: on ne vote qu’une fois." },
  resolution_is_settled: { message: "Ce vote est clos\u202f: son résultat ne change plus." },
  tender_known_by_reference: {
    message: "Un avis du même acheteur porte déjà cette référence\u202f: cherchez-le dans la liste.",
    field: "reference",
  },
  tender_deadline_to_come: {
    message: "Cette échéance est passée\u202f: indiquez une date et une heure à venir.",
    field: "day",
  },
  tender_merge_no_chain: { message: "Cet avis vient d’être réuni à un autre\u202f: rechargez la page." },
  introduction_one_winner: { message: "Un adhérent est déjà retenu pour ce besoin.", field: "winner" },
  registration_within_capacity: {
    message: "Des places sont déjà prises au-delà de ce nombre\u202f: gardez-en davantage.",
    field: "capacity",
  },
  registration_capacity: { message: "Entre 1 et 5\u202f000 places.", field: "capacity" },
  registration_guests_per_member: {
    message: "Dix invités au plus, et moins que de places.",
    field: "guestsPerMember",
  },
  registration_answer_questionId_fkey: {
    message: "Quelqu’un a déjà répondu\u202f: les questions ne changent plus.",
  },
  registration_present: { message: "Cette personne n’a pas de place\u202f: elle ne peut pas être pointée." },
  skill_exchange_not_with_oneself: { message: "C’est une annonce de votre propre structure." },
  skill_exchange_still_open: { message: "Cette annonce vient d’être close\u202f: votre message n’est pas parti." },
  skill_exchange_closing_pkey: { message: "Cette annonce est déjà close." },
  skill_exchange_closing_talk: { message: "Choisissez l’un de ceux qui ont répondu.", field: "talkId" },
  skill_exchange_thanks_for_done: { message: "On remercie pour ce qui est fait\u202f: cet échange ne l’est pas." },
  internship_in_order: { message: "Le stage finirait avant d’avoir commencé.", field: "endsOn" },
  internship_fits_its_period: { message: "Ces semaines ne tiennent pas entre ces deux dates.", field: "weeks" },
  internship_length: {
    message:
      "C’est plus de présence que la loi n’en permet par année d’études\u202f: six mois (code de l’éducation, art. L124-5).",
    field: "weeks",
  },
  internship_apply_before_it_ends: { message: "On candidaterait après la fin du stage.", field: "applyBefore" },
  internship_answered_after_deadline: {
    message: "On peut candidater jusqu’au soir de la date limite\u202f: répondez au plus tôt le lendemain.",
    field: "answerBy",
  },
  internship_promise_stands: {
    message: "Des étudiants attendent déjà votre réponse\u202f: la date promise ne recule plus.",
    field: "answerBy",
  },
  internship_places_taken: {
    message: "Des étudiants ont déjà accepté plus de places que cela.",
    field: "places",
  },
  internship_place_left: { message: "Toutes les places sont prises\u202f: ajoutez-en une d’abord." },
  internship_first_schools_in_time: {
    message: "Laissez aux autres le temps de candidater\u202f: avant la date limite.",
    field: "shownFirstUntil",
  },
  application_in_turn: { message: "Cette candidature n’en est plus là\u202f: rechargez la page." },
  application_within_places: { message: "Toutes les places de cette offre viennent d’être prises." },
  application_once: { message: "Vous avez déjà candidaté à cette offre." },
  interview_one_choice: { message: "Un créneau est déjà choisi pour cet entretien." },
  student_period_in_order: { message: "Le dernier jour doit venir après le premier.", field: "availableTo" },
  agreement_in_order: { message: "Le dernier jour doit venir après le premier.", field: "endsOn" },
  school_emailDomain_key: { message: "Une autre école a déjà donné ce domaine.", field: "emailDomain" },
  consortium_one_lead_per_lot: {
    message:
      "Vous êtes déjà mandataire d’un groupement pour l’un de ces lots\u202f: le code de la commande publique n’en permet qu’un (R2142-23).",
    field: "lots",
  },
  consortium_is_frozen: { message: "La réponse est déposée\u202f: ce qu’a reçu l’acheteur ne change plus." },
  consortium_says_why: { message: "Écrivez pourquoi répondre ensemble.", field: "justification" },
  consortium_lead_hands_over_first: {
    message: "Le mandataire passe le relais avant de partir\u202f: proposez ce rôle à un autre membre.",
  },
  consortium_lead_is_member: { message: "Seul un membre du groupement peut en être mandataire." },
  consortium_part_of_member: { message: "Une part revient à un membre du groupement." },
  consortium_parts_at_most_whole: {
    message: "Il ne reste pas assez de ce lot\u202f: les parts dépasseraient 100\u00a0%.",
  },
  consortium_parts_make_whole: { message: "Les parts de chaque lot doivent faire exactement 100\u00a0%." },
  consortium_one_bid_per_lot: {
    message:
      "Votre structure a déjà donné son accord à une part de ce lot dans une autre réponse, et le règlement n’admet qu’une candidature par entreprise.",
  },
  consortium_has_a_lot: {
    message: "L’acheteur a retiré tous les lots de cette réponse\u202f: ajoutez-en, ou abandonnez-la.",
  },
  consortium_has_several_members: { message: "Un groupement a au moins deux membres." },
  consortium_members_agree: { message: "Chaque membre doit avoir une part et lui donner son accord." },
  consortium_step_in_turn: { message: "Quelqu’un vient de faire avancer ce groupement. Relisez avant de continuer." },
  consortium_step_no_jump: { message: "Ce groupement n’en est pas là." },
  consortium_step_with_reason: { message: "Dites pourquoi\u202f: le club s’en souviendra.", field: "reason" },
  consortium_document_version_in_turn: { message: "Quelqu’un a déposé une autre version entre-temps." },
  consortium_guest_once: { message: "Cette adresse est déjà invitée.", field: "email" },
  consortium_guest_of_member: { message: "Seul un membre du groupement peut inviter à lire." },
  consortium_seat_is_taken: { message: "Cette structure vient de rejoindre le groupement.", field: "structureId" },
  need_once: { message: "Cette demande est déjà enregistrée." },
};

/**
 * The rule behind a database error, as a refusal; null when it is no constraint of ours.
 *
 * Prisma's adapter names unique and foreign keys in `cause.constraint.index`, the others only in
 * PostgreSQL's English message. Never log the error's `meta`: it holds the row.
 */
export function refusalOf(error: unknown): Refusal | null {
  const name = constraintName(error);
  if (!name) return null;
  const rule = BROKEN_RULES[name];
  return new Refusal(name, rule?.message ?? "Cette valeur n’est pas possible ici.", rule?.field);
}

function constraintName(error: unknown): string | null {
  const cause = at(at(at(error, "meta"), "driverAdapterError"), "cause");
  const sqlState = at(cause, "originalCode");
  if (typeof sqlState !== "string" || !sqlState.startsWith("23")) return null;
  const index = at(at(cause, "constraint"), "index");
  if (typeof index === "string") return index;
  const message = at(cause, "originalMessage");
  return (typeof message === "string" && /constraint "([^"]+)"/.exec(message)?.[1]) || null;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

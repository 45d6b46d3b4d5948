import { type Demand, type DomainMatrix, everybody, everyone, publicData, read, withStructure } from "./words.ts";

const publish: Demand = { intention: "publish", subject: "Internship" };
const ownLink = everybody("the signed link of the alert's own mails says whose it is");
const openOffers = everybody(
  "open offers only, written into its SQL: a visitor's, and those an actor's school sees first",
);

export const internships: DomainMatrix = {
  doors: {
    "lib/internships/queries.ts#listInternships": read("Internship"),
    "lib/internships/queries.ts#findInternship": read("Internship"),
    "lib/internships/queries.ts#findRenamedInternship": read("Internship"),
    "lib/internships/queries.ts#findEndedInternship": everybody(
      "that an offer which was public is over, and whose it was",
    ),
    "lib/internships/search/queries.ts#searchInternships": openOffers,
    "lib/internships/search/queries.ts#browseInternships": openOffers,
    "lib/internships/offers/queries.ts#listOwnOffers": publish,
    "lib/internships/offers/queries.ts#findOwnOffer": publish,
    "lib/internships/offers/queries.ts#existsOffer": everybody("says only whether to note an attempt"),
    "lib/internships/offers/queries.ts#findHouse": publish,
    "lib/internships/offers/queries.ts#listOfferChoices": everybody("trades, schools and skills, which are public"),
    "lib/internships/offers/commands.ts#saveOffer": publish,
    "lib/internships/offers/commands.ts#publishOffer": publish,
    "lib/internships/offers/commands.ts#closeOffer": publish,
    "lib/internships/offers/commands.ts#reopenOffer": publish,
    "lib/internships/offers/commands.ts#discardOffer": publish,
    "lib/internships/offers/actions.ts#saveOfferAction": publish,
    "lib/internships/offers/actions.ts#publishOfferAction": publish,
    "lib/internships/offers/actions.ts#closeOfferAction": publish,
    "lib/internships/offers/actions.ts#reopenOfferAction": publish,
    "lib/internships/offers/actions.ts#discardOfferAction": publish,
    "lib/internships/alerts/queries.ts#alertInWords": everybody(
      "says a search in words; the trades it names are public",
    ),
    "lib/internships/alerts/queries.ts#findAlert": ownLink,
    "lib/internships/alerts/commands.ts#requestAlert": everybody(
      "whoever asks has no account; their mail is to be answered",
    ),
    "lib/internships/alerts/commands.ts#confirmAlert": ownLink,
    "lib/internships/alerts/commands.ts#stopAlert": ownLink,
    "lib/internships/alerts/commands.ts#tellNewOffers": { intention: "remind", subject: "Internship" },
    "lib/internships/alerts/actions.ts#requestAlertAction": everybody("whoever asks has no account"),
    "lib/internships/alerts/actions.ts#confirmAlertAction": ownLink,
    "lib/internships/alerts/actions.ts#stopAlertAction": ownLink,
    "app/api/alertes/[token]/route.ts#GET": publicData,
    "app/api/alertes/[token]/route.ts#POST": ownLink,
    "lib/internships/figures/queries.ts#applicationsSince": everybody("a part of statements that count in public"),
    "lib/internships/figures/queries.ts#countInternships": everybody("counts only, which the club shows in public"),
  },
  expected: [
    { intention: "read", subject: "Internship", roles: everyone },
    { intention: "publish", subject: "Internship", roles: withStructure },
    { intention: "apply", subject: "Internship", roles: ["student"] },
    { intention: "remind", subject: "Internship", roles: [] },
  ],
};

import { board, type Demand, type DomainMatrix, read, withStructure } from "./words.ts";

const publish: Demand = { intention: "publish", subject: "Tender" };
const update: Demand = { intention: "update", subject: "Tender" };
const raise: Demand = { intention: "update", subject: "TenderHand" };
const assess: Demand = { intention: "update", subject: "TenderAssessment" };
const alert: Demand = { intention: "update", subject: "TenderAlert" };
const settle: Demand = { intention: "settle", subject: "BoampNotice" };
const bring: Demand = { intention: "import", subject: "Tender" };

export const tenders: DomainMatrix = {
  doors: {
    "lib/tenders/queries.ts#listTenders": read("Tender"),
    "lib/tenders/queries.ts#findTender": read("Tender"),
    "lib/tenders/queries.ts#findTenderToEdit": update,
    "lib/tenders/queries.ts#listSkillChoices": read("Tender"),
    "lib/tenders/commands.ts#postTender": publish,
    "lib/tenders/commands.ts#editTender": update,
    "lib/tenders/commands.ts#withdrawTender": update,
    "lib/tenders/commands.ts#restoreTender": update,
    "lib/tenders/commands.ts#settleResemblance": update,
    "lib/tenders/actions.ts#postTenderAction": publish,
    "lib/tenders/actions.ts#editTenderAction": update,
    "lib/tenders/actions.ts#withdrawTenderAction": update,
    "lib/tenders/actions.ts#restoreTenderAction": update,
    "lib/tenders/actions.ts#settleResemblanceAction": update,
    "lib/tenders/hands/queries.ts#listHands": read("TenderHand"),
    "lib/tenders/hands/queries.ts#findOwnHand": raise,
    "lib/tenders/hands/commands.ts#raiseHand": raise,
    "lib/tenders/hands/commands.ts#lowerHand": raise,
    "lib/tenders/hands/actions.ts#raiseHandAction": raise,
    "lib/tenders/hands/actions.ts#lowerHandAction": raise,
    "lib/tenders/assessments/queries.ts#findAssessment": read("TenderAssessment"),
    "lib/tenders/assessments/commands.ts#assessTender": assess,
    "lib/tenders/assessments/actions.ts#assessTenderAction": assess,
    "lib/tenders/cover/queries.ts#findTeams": read("Tender"),
    "lib/tenders/alerts/queries.ts#findAlerts": read("TenderAlert"),
    "lib/tenders/alerts/commands.ts#chooseAlerts": alert,
    "lib/tenders/alerts/actions.ts#chooseAlertsAction": alert,
    "lib/tenders/boamp/queries.ts#findReading": read("BoampNotice"),
    "lib/tenders/boamp/queries.ts#listSetAside": read("BoampNotice"),
    "lib/tenders/boamp/commands.ts#importBoamp": bring,
    "lib/tenders/boamp/commands.ts#importBoampFile": bring,
    "lib/tenders/boamp/commands.ts#noteSetAside": settle,
    "lib/tenders/boamp/actions.ts#noteSetAsideAction": settle,
  },
  expected: [
    { intention: "read", subject: "Tender", roles: withStructure },
    { intention: "publish", subject: "Tender", roles: withStructure },
    { intention: "update", subject: "Tender", roles: withStructure },
    { intention: "import", subject: "Tender", roles: [] },
    { intention: "read", subject: "TenderHand", roles: withStructure },
    { intention: "update", subject: "TenderHand", roles: withStructure },
    { intention: "read", subject: "TenderAssessment", roles: withStructure },
    { intention: "update", subject: "TenderAssessment", roles: withStructure },
    { intention: "read", subject: "TenderAlert", roles: withStructure },
    { intention: "update", subject: "TenderAlert", roles: withStructure },
    { intention: "read", subject: "BoampNotice", roles: board },
    { intention: "settle", subject: "BoampNotice", roles: board },
  ],
};

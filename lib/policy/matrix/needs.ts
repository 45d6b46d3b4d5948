import { board, type Demand, type DomainMatrix, everybody, publicData, read, withStructure } from "./words.ts";

const signedLink = everybody("the signed link of the buyer's own mail says whose need it is");
const buyer = everybody("buyers have no account; nothing reaches a member before they confirm");
const answer: Demand = { intention: "answer", subject: "Introduction" };
const place: Demand = { intention: "place", subject: "Need" };
const route: Demand = { intention: "route", subject: "Need" };

export const needs: DomainMatrix = {
  doors: {
    "lib/needs/match/queries.ts#matchNeed": everybody("active structures only, written into its SQL; keeps nothing"),
    "app/api/v1/needs/match/route.ts#POST": publicData,
    "lib/needs/request/commands.ts#submitNeed": buyer,
    "lib/needs/request/commands.ts#confirmNeed": signedLink,
    "lib/needs/request/queries.ts#findNeedToConfirm": signedLink,
    "lib/needs/request/actions.ts#needAction": buyer,
    "lib/needs/request/actions.ts#confirmNeedAction": signedLink,
    "lib/needs/follow/queries.ts#findFollowedNeed": signedLink,
    "lib/needs/follow/commands.ts#writeToMember": signedLink,
    "lib/needs/follow/commands.ts#closeNeed": signedLink,
    "lib/needs/follow/commands.ts#rateNeed": signedLink,
    "lib/needs/follow/actions.ts#writeToMemberAction": signedLink,
    "lib/needs/follow/actions.ts#closeNeedAction": signedLink,
    "lib/needs/follow/actions.ts#rateNeedAction": signedLink,
    "lib/needs/answer/queries.ts#listNeedsForMe": read("Introduction"),
    "lib/needs/answer/queries.ts#findNeedForMe": read("Introduction"),
    "lib/needs/answer/queries.ts#countMyNeeds": read("Introduction"),
    "lib/needs/answer/commands.ts#answerNeed": answer,
    "lib/needs/answer/commands.ts#writeToBuyer": answer,
    "lib/needs/answer/actions.ts#answerNeedAction": answer,
    "lib/needs/answer/actions.ts#writeToBuyerAction": answer,
    "lib/needs/preferences/queries.ts#findPreferences": read("NeedPreference"),
    "lib/needs/preferences/commands.ts#choosePreferences": { intention: "update", subject: "NeedPreference" },
    "lib/needs/preferences/actions.ts#choosePreferencesAction": { intention: "update", subject: "NeedPreference" },
    "lib/needs/carrying/commands.ts#passOnSilent": route,
    "lib/needs/carrying/commands.ts#askSatisfaction": route,
    "lib/needs/placing/queries.ts#listNeedsToPlace": place,
    "lib/needs/placing/commands.ts#placeNeed": place,
    "lib/needs/placing/actions.ts#placeNeedAction": place,
    "lib/needs/figures/queries.ts#countNeeds": everybody("counts only, which the club promises in public"),
  },
  expected: [
    { intention: "read", subject: "Introduction", roles: withStructure },
    { intention: "answer", subject: "Introduction", roles: withStructure },
    { intention: "read", subject: "NeedPreference", roles: withStructure },
    { intention: "update", subject: "NeedPreference", roles: withStructure },
    { intention: "place", subject: "Need", roles: [...board, "lead"] },
    { intention: "route", subject: "Need", roles: [] },
  ],
};

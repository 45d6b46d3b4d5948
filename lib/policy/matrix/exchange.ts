import { type DomainMatrix, everybody, read, withStructure } from "./words.ts";

const publish = { intention: "publish", subject: "SkillExchange" } as const;
const update = { intention: "update", subject: "SkillExchange" } as const;
const reply = { intention: "reply", subject: "SkillExchangeTalk" } as const;
const inside = everybody("a part of commands, each of which asked for its own right");

export const exchange: DomainMatrix = {
  doors: {
    "lib/exchange/queries.ts#listExchanges": read("SkillExchange"),
    "lib/exchange/queries.ts#listFacets": read("SkillExchange"),
    "lib/exchange/queries.ts#listOwnExchanges": update,
    "lib/exchange/queries.ts#findExchange": read("SkillExchange"),
    "lib/exchange/matches/queries.ts#listMatches": read("SkillExchange"),
    "lib/exchange/commands.ts#postExchange": publish,
    "lib/exchange/commands.ts#changeExchange": update,
    "lib/exchange/commands.ts#extendExchange": update,
    "lib/exchange/commands.ts#closeExchange": update,
    "lib/exchange/commands.ts#warnOfExpiry": { intention: "remind", subject: "SkillExchange" },
    "lib/exchange/actions.ts#postExchangeAction": publish,
    "lib/exchange/actions.ts#changeExchangeAction": update,
    "lib/exchange/actions.ts#extendExchangeAction": update,
    "lib/exchange/actions.ts#closeExchangeAction": update,
    "lib/exchange/talks/commands.ts#answerExchange": read("SkillExchange"),
    "lib/exchange/talks/commands.ts#writeInTalk": reply,
    "lib/exchange/talks/commands.ts#findOwnTalk": reply,
    "lib/exchange/talks/commands.ts#tellClosed": inside,
    "lib/exchange/talks/commands.ts#listReaders": inside,
    "lib/exchange/talks/actions.ts#answerExchangeAction": read("SkillExchange"),
    "lib/exchange/talks/actions.ts#writeInTalkAction": reply,
    "lib/exchange/thanks/queries.ts#listThanks": everybody("only what both agreed to show, written into its query"),
    "lib/exchange/thanks/commands.ts#thankPartner": reply,
    "lib/exchange/thanks/commands.ts#agreeToThanks": reply,
    "lib/exchange/thanks/actions.ts#thankPartnerAction": reply,
    "lib/exchange/thanks/actions.ts#agreeToThanksAction": reply,
  },
  expected: [
    { intention: "read", subject: "SkillExchange", roles: withStructure },
    { intention: "publish", subject: "SkillExchange", roles: withStructure },
    { intention: "update", subject: "SkillExchange", roles: withStructure },
    { intention: "remind", subject: "SkillExchange", roles: [] },
    { intention: "read", subject: "SkillExchangeTalk", roles: withStructure },
    { intention: "reply", subject: "SkillExchangeTalk", roles: withStructure },
  ],
};

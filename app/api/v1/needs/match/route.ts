import { needMatch } from "#lib/api/schema";
import { matchNeed } from "#lib/needs/match/queries";
import { matchInput } from "#lib/needs/match/schema";
import { answerJson, machineRoute, postedJson } from "#lib/platform/problem";

export const dynamic = "force-dynamic";

export const POST = machineRoute(async (request) => {
  const asked = matchInput.parse(await postedJson(request));
  return answerJson(needMatch.parse(await matchNeed(asked, new Date())));
});

export {
  onlyPosted as DELETE,
  onlyPosted as GET,
  onlyPosted as PATCH,
  onlyPosted as PUT,
  preflightOfPost as OPTIONS,
} from "#lib/platform/problem";

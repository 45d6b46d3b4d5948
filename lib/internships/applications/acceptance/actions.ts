"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { withdrawApplication } from "../following/commands.ts";
import { placeAnswerInput } from "../schema.ts";
import { acceptPlace } from "./commands.ts";

/** "Accepter cette place" or "Décliner". */
export const answerPlaceAction = formAction(placeAnswerInput, async ({ applicationId, answer }) => {
  const [actor, now] = [await requireActor(), requestTime()];
  if (answer === "accept") await acceptPlace(actor, { applicationId }, now);
  else await withdrawApplication(actor, { applicationId }, now);
  redirect(doneAt(paths.ownApplication(applicationId), answer === "accept" ? "accord" : "retrait"));
});

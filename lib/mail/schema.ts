import { z } from "zod";

/** Which messages of the log. */
export const MAIL_STATES = ["queued", "sent", "kept", "dead"] as const;

/** The button "Renvoyer" of a message that did not leave. */
export const resendInput = z.object({ id: z.uuid() });

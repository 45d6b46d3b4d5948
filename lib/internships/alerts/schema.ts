import { z } from "zod";
import { signInInput } from "#lib/people/schema";
import { humanFields } from "#lib/platform/human-form";

/** The form of an alert: an address, and the search it is about. */
export const alertInput = z.object({
  email: signInInput.shape.email,
  search: z.string().max(1_000, "Cette recherche est trop longue.").default(""),
  consent: z.literal("on", { error: "Cochez cette case\u202f: sans votre accord, nous n’écrivons pas." }),
  ...humanFields,
});
export type AlertInput = z.output<typeof alertInput>;

/** The buttons behind the link of an alert's own mails. */
export const alertNamed = z.object({ token: z.string().max(500) });

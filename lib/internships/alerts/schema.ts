import { z } from "zod";
import { emailAddress, handed } from "#lib/platform/fields";
import { humanFields } from "#lib/platform/human-form";

/** The form of an alert: an address, and the search it is about. */
export const alertInput = z.object({
  email: emailAddress({ missing: "Saisissez votre adresse e-mail." }),
  search: handed({ most: 1_000, missing: "Cette recherche est trop longue." }).default(""),
  consent: z.literal("on", { error: "Cochez cette case\u202f: sans votre accord, nous n’écrivons pas." }),
  ...humanFields,
});
export type AlertInput = z.output<typeof alertInput>;

/** The buttons behind the link of an alert's own mails. */
export const alertNamed = z.object({ token: handed({ most: 500 }) });

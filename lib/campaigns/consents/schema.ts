import { z } from "zod";

/** The button of the page that the link of a letter opens. */
export const unsubscribeInput = z.object({ token: z.string().max(500) });

import { z } from "zod";
import { handed } from "#lib/platform/fields";

/** The button of the page that the link of a letter opens. */
export const unsubscribeInput = z.object({ token: handed({ most: 500 }) });

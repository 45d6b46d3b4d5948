import { cache } from "react";

/** The present, given by whoever calls: a rule that reads a clock of its own cannot be tested. */
export type Clock = () => Date;

/** The instant of the request under way: the same for its metadata, its page and every query. */
export const requestTime = cache(() => new Date());

/** The present, given by whoever calls: a rule that reads a clock of its own cannot be tested. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

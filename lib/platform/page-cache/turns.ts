/** Too much is waiting already. */
export class Saturated extends Error {}

/** Lets `atOnce` pieces of work run at a time and `waiting` more stand in line; refuses the rest. */
export class Turns {
  private readonly line: (() => void)[] = [];
  private running = 0;
  private readonly atOnce: number;
  private readonly waiting: number;

  constructor(atOnce: number, waiting: number) {
    this.atOnce = atOnce;
    this.waiting = waiting;
  }

  /** @throws Saturated when the line is full */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.line.length >= this.waiting) throw new Saturated("too many renders are waiting");
      // Whoever ends hands its place over: nobody who comes meanwhile can slip in.
      await new Promise<void>((resolve) => this.line.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

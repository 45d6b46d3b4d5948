import { LRUCache } from "lru-cache";
import { networkOf } from "../network.ts";

/**
 * A leaky bucket per network: `burst` renders at once, then `perSecond`. In this process's memory on
 * purpose: what it protects is this process's processor.
 */
export class RenderAllowance {
  private readonly buckets = new LRUCache<string, { left: number; at: number }>({ max: 10_000 });
  private readonly burst: number;
  private readonly perSecond: number;

  constructor(burst: number, perSecond: number) {
    this.burst = burst;
    this.perSecond = perSecond;
  }

  /** Whether `address` may have one more at `now` (milliseconds). */
  take(address: string, now: number): boolean {
    const who = networkOf(address);
    const bucket = this.buckets.get(who) ?? { left: this.burst, at: now };
    const left = Math.min(this.burst, bucket.left + ((now - bucket.at) / 1000) * this.perSecond);
    const isAllowed = left >= 1;
    this.buckets.set(who, { left: isAllowed ? left - 1 : left, at: now });
    return isAllowed;
  }
}

import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";

/**
 * A leaky bucket per address: `burst` renders at once, then `perSecond`. In this process's memory on
 * purpose: what it protects is this process's processor.
 */
export class Allowance {
  private readonly buckets = new LRUCache<string, { left: number; at: number }>({ max: 10_000 });
  private readonly burst: number;
  private readonly perSecond: number;

  constructor(burst: number, perSecond: number) {
    this.burst = burst;
    this.perSecond = perSecond;
  }

  /** Whether `address` may have one more at `now` (milliseconds). */
  take(address: string, now: number): boolean {
    const who = subscriberOf(address);
    const bucket = this.buckets.get(who) ?? { left: this.burst, at: now };
    const left = Math.min(this.burst, bucket.left + ((now - bucket.at) / 1000) * this.perSecond);
    const isAllowed = left >= 1;
    this.buckets.set(who, { left: isAllowed ? left - 1 : left, at: now });
    return isAllowed;
  }
}

/** An IPv6 subscriber is given 2^64 addresses or more (RFC 6177): the first half of each names them all. */
function subscriberOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address.slice(0, 64);
  const [head = "", tail = ""] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  if (address.includes("::")) groups.push(...Array(Math.max(0, 8 - groups.length - last.length)).fill("0"));
  return [...groups, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

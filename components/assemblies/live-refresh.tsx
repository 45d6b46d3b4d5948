"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A whole room shares one address, which may ask for ten pages a second. */
const EVERY_MS = 10_000;

/** Asks for the page again while it waits for something: a vote that opens, a quorum that grows. Silent without scripts. */
export function LiveRefresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}

import type { Metadata } from "next";
import { StaleLink } from "#components/layout/stale-link";

export const metadata: Metadata = { title: "Lien périmé", robots: { index: false } };

export default StaleLink;

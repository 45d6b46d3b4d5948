import type { Metadata } from "next";
import { NeedSent } from "#components/needs/need-sent";

export const metadata: Metadata = { title: "Vérifiez votre boîte", robots: { index: false } };

export default function NeedFrameSentPage() {
  return <NeedSent />;
}

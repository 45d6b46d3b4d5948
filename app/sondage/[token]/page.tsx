import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollAnswerPage } from "#components/meetings/poll-answer-page";
import { findPollByLink } from "#lib/meetings/polls/queries";
import { requestTime } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Choisir une date", robots: { index: false } };

export default async function PollByLinkPage({ params, searchParams }: PageProps<"/sondage/[token]">) {
  const { token } = await params;
  const own = (await findPollByLink(token, requestTime())) ?? notFound();
  return <PollAnswerPage own={own} target={{ token }} query={await searchParams} />;
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollAnswerPage } from "#components/meetings/poll-answer-page";
import { findOwnPoll } from "#lib/meetings/polls/queries";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Choisir une date" };

export default async function OwnPollPage({ params, searchParams }: PageProps<"/espace/reunions/sondages/[id]">) {
  const { id } = await params;
  const own = (await findOwnPoll(await requireActor(), id, requestTime())) ?? notFound();
  return <PollAnswerPage own={own} target={{ pollId: id }} query={await searchParams} />;
}

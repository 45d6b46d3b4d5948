import { notFound } from "next/navigation";
import { attachedPdf } from "#lib/pdf/answer";
import { writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { Refusal } from "#lib/platform/errors";
import { doneAt, paths, safeNext, signInPath } from "#lib/platform/paths";
import { currentActor, requireActor } from "#lib/platform/session";
import { comesFromHere, readUpload } from "#lib/platform/uploads";
import { keepCv } from "#lib/students/cv/commands";
import { MOST_CV_BYTES } from "#lib/students/cv/labels";
import { findOwnCv } from "#lib/students/cv/queries";

/** What the form weighs besides its file. */
const ENVELOPE = 64 * 1024;

/** One's own CV, as it would leave with the next application. */
export async function GET() {
  const cv = await findOwnCv(await requireActor(), requestTime());
  return cv ? attachedPdf(cv.fileName, cv.content) : notFound();
}

/** "Joindre ce CV". Read here rather than by an action, which would take in the whole of whatever is sent. */
export async function POST(request: Request) {
  const suite = new URL(request.url).searchParams.get("suite") ?? undefined;
  const next = suite ? safeNext(suite) : paths.studentCv;
  if (!comesFromHere(request)) return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (actor.kind !== "person") return seeOther(signInPath(paths.studentCvThen(next)));
  const refused = (code: string) => seeOther(writeAddress(paths.studentCv, { suite, refus: code }));
  const form = await readUpload(request, MOST_CV_BYTES + ENVELOPE);
  if (!form) return refused("cv_too_large");
  const file = form.get("cv");
  if (!(file instanceof File)) return refused("cv_missing");
  try {
    await keepCv(actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, requestTime());
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code);
    throw error;
  }
  return seeOther(doneAt(next, "cv"));
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

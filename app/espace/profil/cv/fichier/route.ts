import { readFile } from "node:fs/promises";
import { notFound } from "next/navigation";
import { attachedPdf } from "#lib/pdf/answer";
import { writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { Refusal } from "#lib/platform/errors";
import { doneAt, paths, safeNext, signInPath } from "#lib/platform/paths";
import { currentActor, requireActor } from "#lib/platform/session";
import { comesFromHere, receiveForm } from "#lib/platform/uploads";
import { keepCv } from "#lib/students/cv/commands";
import { MOST_CV_BYTES } from "#lib/students/cv/labels";
import { findOwnCv } from "#lib/students/cv/queries";

/** What the upload itself was refused for, in the words of a CV. */
const UPLOAD_REFUSALS: Record<string, string> = { file_too_large: "cv_too_large", upload_cut: "cv_missing" };

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
  const signIn = () => seeOther(signInPath(paths.studentCvThen(next)));
  if ((await currentActor()).kind !== "person") return signIn();
  const refused = (code: string) => seeOther(writeAddress(paths.studentCv, { suite, refus: code }));
  try {
    const received = await receiveForm(request, MOST_CV_BYTES);
    try {
      const { sender, receivedAt } = received;
      if (sender.kind !== "person") return signIn();
      if (!received.file) return refused("cv_missing");
      const bytes = new Uint8Array(await readFile(received.file.path));
      await keepCv(sender, { name: received.file.name, bytes }, receivedAt);
    } finally {
      await received.drop();
    }
  } catch (error) {
    if (error instanceof Refusal) return refused(UPLOAD_REFUSALS[error.code] ?? error.code);
    throw error;
  }
  return seeOther(doneAt(next, "cv"));
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

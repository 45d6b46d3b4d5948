import { notFound, redirect } from "next/navigation";
import { depositDocument } from "#lib/consortia/documents/commands";
import { mayDeposit } from "#lib/consortia/documents/queries";
import { MOST_BYTES } from "#lib/consortia/documents/rules";
import { depositInput } from "#lib/consortia/documents/schema";
import { requestTime } from "#lib/platform/clock";
import { Refusal, refusalOf } from "#lib/platform/errors";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { comesFromHere, receiveForm } from "#lib/platform/uploads";

/** A document on its way in: who gives it is asked before any of it is read. */
export async function POST(request: Request, { params }: RouteContext<"/espace/groupements/[id]/documents/depot">) {
  const { id } = await params;
  const actor = await requireActor();
  if (!comesFromHere(request) || !(await mayDeposit(actor, id, requestTime()))) notFound();
  let fields: Record<string, string> = {};
  try {
    const received = await receiveForm(request, MOST_BYTES);
    fields = received.fields;
    try {
      const input = depositInput.safeParse(fields);
      if (!received.file) throw new Refusal("no_file", "Aucun fichier.");
      if (!input.success) throw new Refusal("invalid", "Saisie incomplète.");
      await depositDocument(received.sender, { ...input.data, id }, received.file, received.receivedAt);
    } finally {
      await received.drop();
    }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOf(error);
    if (!refusal) throw error;
    redirect(`${paths.consortiumDocuments(id)}?${typedOf(fields, refusal.code)}`);
  }
  redirect(doneAt(paths.consortiumDocuments(id), "depose"));
}

/** What was typed, but for the file, which no browser takes back. */
function typedOf({ title = "", note = "", isConfidential, documentId }: Record<string, string>, code: string) {
  return new URLSearchParams({
    refus: code,
    titre: title.slice(0, 200),
    note: note.slice(0, 500),
    ...(isConfidential ? { confidentiel: "on" } : {}),
    ...(documentId ? { document: documentId.slice(0, 36) } : {}),
  });
}

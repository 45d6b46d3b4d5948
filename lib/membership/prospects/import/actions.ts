"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formAction } from "#lib/platform/form-action";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { importProspects } from "./commands.ts";
import { type ImportPreview, previewImport } from "./queries.ts";
import { decodeFile } from "./rules.ts";
import { importInput, LARGEST_FILE } from "./schema.ts";

/** What the first step gives back: the preview with the file's text, or what is wrong with the file. */
export type PreviewState = { preview: ImportPreview; content: string } | { error: string } | undefined;

/** "Lire le fichier": shows what an import would do, and keeps nothing. */
export async function previewImportAction(_previous: PreviewState, formData: FormData): Promise<PreviewState> {
  const actor = await requireActor();
  const file = formData.get("file");
  if (!(file instanceof File) || file.size === 0) return { error: "Choisissez un fichier CSV." };
  if (file.size > LARGEST_FILE) return { error: "Ce fichier est trop grand\u202f: 400 Ko au plus." };
  const content = decodeFile(new Uint8Array(await file.arrayBuffer()));
  return { preview: await previewImport(actor, content, requestTime()), content };
}

/** "Importer": the second step. */
export const importProspectsAction = formAction(importInput, async (input) => {
  await importProspects(await requireActor(), input, requestTime());
  redirect(paths.boardProspects);
});

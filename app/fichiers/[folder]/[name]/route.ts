import { machineRoute, problem } from "#lib/platform/problem";
import { isKey, storage } from "#lib/platform/storage";

export const dynamic = "force-dynamic";

/** Public pictures only; a key never means another file, so that a browser asks once. */
export const GET = machineRoute(async (_request, { params }: RouteContext<"/fichiers/[folder]/[name]">) => {
  const { folder, name } = await params;
  const key = `${folder}/${name}`;
  const bytes = folder === "logos" && isKey(key) ? await storage().read(key) : null;
  if (!bytes) return problem(404, "Aucun fichier n’est à cette adresse.");
  return new Response(bytes, {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";

import { findKeptMail } from "#lib/mail/queries";
import { isUuid } from "#lib/platform/uuid";

/** A kept message as a mail reader would show it. `proxy.ts` gives it a policy of its own: no script at all. */
export async function GET(_request: Request, { params }: RouteContext<"/boite-d-envoi/[id]/html">) {
  const { id } = await params;
  const mail = isUuid(id) ? await findKeptMail(id) : null;
  if (!mail) return new Response("Message introuvable\n", { status: 404 });
  return new Response(mail.html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

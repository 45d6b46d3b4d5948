import { stopAlert } from "#lib/internships/alerts/commands";
import { Refusal } from "#lib/platform/errors";
import { absolute, paths } from "#lib/platform/paths";

type Context = RouteContext<"/api/alertes/[token]">;

/** A person who opens the address of the mail's header: the page with the button. */
export async function GET(_request: Request, { params }: Context) {
  return Response.redirect(absolute(paths.alert((await params).token)), 303);
}

/** One click in a mail reader (RFC 8058): a POST from a machine, without cookie. */
export async function POST(_request: Request, { params }: Context) {
  try {
    await stopAlert((await params).token);
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 404 });
    throw error;
  }
  return new Response(null, { status: 204 });
}

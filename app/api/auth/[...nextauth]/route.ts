import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signInInput } from "#lib/people/schema";
import { circumstances } from "#lib/people/sessions/circumstances";
import { signIn, signInByProvider } from "#lib/people/sessions/commands";
import { identityProviders } from "#lib/people/sessions/provider";
import { readBody } from "#lib/platform/body";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { tooLong } from "#lib/platform/problem";
import { currentActor, sessionOptions } from "#lib/platform/session";
import { cookieOptions } from "#lib/platform/session-cookie";

type Context = RouteContext<"/api/auth/[...nextauth]">;

const CSRF_COOKIE = "tactic-csrf";

/** next-auth's own endpoints: sign-in by the identity provider, and by password for clients of its protocol. */
const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, {
    ...sessionOptions,
    cookies: { ...sessionOptions.cookies, csrfToken: { name: CSRF_COOKIE, options: cookieOptions() } },
    providers: [
      ...identityProviders(),
      Credentials({
        name: "Mot de passe",
        credentials: {
          email: { label: "Adresse e-mail", type: "email" },
          password: { label: "Mot de passe", type: "password" },
        },
        async authorize(credentials) {
          const input = signInInput.safeParse(credentials);
          if (!input.success) return null;
          const id = await unlessRefused(async () => signIn(await currentActor(), input.data, await circumstances()));
          return id instanceof Refusal ? null : { id };
        },
      }),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const id = await unlessRefused(async () =>
          signInByProvider(await currentActor(), profile ?? {}, await circumstances()),
        );
        if (id instanceof Refusal) return `${paths.signIn}?error=${id.code}`;
        user.id = id;
        return true;
      },
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
      // Whose session it is stays with the server: the database is asked at each request.
      session: ({ session }) => ({ expires: session.expires }),
    },
  });

/**
 * A link is enough to leave for the identity provider. next-auth wants a form of its own with a token
 * beside a cookie; but a page's policy lets no form end on another site.
 */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const [action, provider] = (await context.params).nextauth;
  if (action !== "signin" || provider !== "oidc" || identityProviders().length === 0) return handler(request, context);
  const token = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${token}${process.env.NEXTAUTH_SECRET}`).digest("hex");
  (await cookies()).set(CSRF_COOKIE, `${token}|${proof}`, cookieOptions());
  const { origin, pathname, searchParams } = request.nextUrl;
  const body = new URLSearchParams({ csrfToken: token, callbackUrl: searchParams.get("callbackUrl") ?? "" });
  return handler(new NextRequest(new URL(pathname, origin), { method: "POST", body }), context);
}

/** next-auth would read whatever is sent, however much: it is given what was read here. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const body = await readBody(request);
  if (body === null) return tooLong();
  return handler(new NextRequest(request.url, { method: "POST", headers: request.headers, body }), context);
}

async function unlessRefused<T>(act: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signInInput } from "#lib/people/schema";
import { signIn } from "#lib/people/sessions/commands";
import { clientAddress } from "#lib/platform/client-address";
import { Refusal } from "#lib/platform/errors";
import { sessionOptions } from "#lib/platform/session";
import { visitor } from "#lib/policy/actor";

/** next-auth's own endpoints: the same sign-in as the form, for clients that speak its protocol. */
const handler = NextAuth({
  ...sessionOptions,
  providers: [
    Credentials({
      name: "Mot de passe",
      credentials: {
        email: { label: "Adresse e-mail", type: "email" },
        password: { label: "Mot de passe", type: "password" },
      },
      async authorize(credentials, request) {
        const input = signInInput.safeParse(credentials);
        if (!input.success) return null;
        const userAgent = request.headers?.["user-agent"];
        try {
          const id = await signIn(visitor, input.data, {
            now: new Date(),
            userAgent: typeof userAgent === "string" ? userAgent : null,
            from: await clientAddress(),
          });
          return { id };
        } catch (error) {
          if (error instanceof Refusal) return null;
          throw error;
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
    // Whose session it is stays with the server: the database is asked at each request.
    session: ({ session }) => ({ expires: session.expires }),
  },
});

export { handler as GET, handler as POST };

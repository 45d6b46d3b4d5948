import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";

/** What the provider says of somebody: its own id for them, and their address if it knows it. */
export interface Claims {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

/** The host of the identity provider of `OIDC_ISSUER`, as the reader knows it; null without one. */
export function providerHost(): string | null {
  const issuer = process.env.OIDC_ISSUER;
  return issuer ? new URL(issuer).host : null;
}

/** The OpenID Connect provider of the environment, as next-auth wants it told; none without one. */
export function identityProviders(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env;
  if (!issuer || !clientId || !clientSecret) return [];
  return [
    {
      id: "oidc",
      name: new URL(issuer).host,
      type: "oauth",
      wellKnown: `${issuer.replace(/[/]$/, "")}/.well-known/openid-configuration`,
      issuer,
      clientId,
      clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email" } },
      // Many providers keep the address out of the ID token (OpenID Connect Core, 5.4).
      userinfo: {
        request: ({ client, tokens }) => client.userinfo(asGiven<typeof client.userinfo>(tokens)),
      },
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}

/** Branding: what next-auth hands over is its client's own token set, of which its types only show the fields. */
function asGiven<Ask extends (tokens: never) => unknown>(tokens: unknown): Parameters<Ask>[0] {
  return tokens as Parameters<Ask>[0];
}

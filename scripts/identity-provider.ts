import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";
import { freePort } from "./postgres/cluster.ts";

export const CLIENT = { id: "portal", secret: "only the tests know this one" };

/**
 * A real OpenID Connect provider of the tests' own. It believes whoever says who they are, and vouches
 * for every address but those that begin with "unverified".
 */
export async function startIdentityProvider(portal: string): Promise<{ issuer: string; close: () => Promise<void> }> {
  const port = await freePort();
  // Another host than the portal's: browsers share cookies between the ports of one.
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${portal}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["of the tests"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: !id.startsWith("unverified") }),
    }),
    // Nobody is asked whether the portal may know their address.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void ask(provider, request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    issuer,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page with one field: who are you? */
async function ask(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "POST") {
    const accountId = new URLSearchParams(await text(request)).get("address") ?? "";
    return provider.interactionFinished(request, response, { login: { accountId } });
  }
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="fr"><title>Organisation</title><link rel="icon" href="data:,">
<form method="post"><label>Adresse <input name="address"></label> <button>Entrer</button></form></html>`);
}

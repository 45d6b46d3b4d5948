import { expect, test } from "vitest";
import { fingerprintOf, newSecret, readSignedToken, seal, signedToken, unseal } from "./tokens.ts";

test("a secret is never the same twice, and its fingerprint always is", () => {
  const secret = newSecret();
  expect(newSecret()).not.toBe(secret);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(fingerprintOf(secret)).toBe(fingerprintOf(secret));
  expect(fingerprintOf(secret)).not.toContain(secret);
});

test("a signed token gives back its subject, for its own purpose alone", () => {
  const token = signedToken("answer-poll", "poll.person");
  expect(readSignedToken("answer-poll", token)).toBe("poll.person");
  expect(readSignedToken("answer-invitation", token)).toBeNull();
});

test.each([
  ["another subject", (token: string) => `${Buffer.from("poll.rival").toString("base64url")}.${token.split(".")[1]}`],
  ["a cut signature", (token: string) => token.slice(0, -1)],
  ["a further part", (token: string) => `${token}.more`],
  ["nothing", () => ""],
  ["words", () => "bonjour"],
])("a token with %s is refused", (_, altered) => {
  expect(readSignedToken("answer-poll", altered(signedToken("answer-poll", "poll.person")))).toBeNull();
});

test("what is sealed is read again for its own purpose alone, and not once altered", () => {
  const sealed = seal("second-factor", "JBSWY3DPEHPK3PXP");
  expect(sealed).not.toBe(seal("second-factor", "JBSWY3DPEHPK3PXP"));
  expect(unseal("second-factor", sealed)).toBe("JBSWY3DPEHPK3PXP");
  expect(unseal("request", sealed)).toBeNull();
  for (let place = 0; place < sealed.length; place += 7) {
    const other = sealed[place] === "A" ? "B" : "A";
    expect(unseal("second-factor", `${sealed.slice(0, place)}${other}${sealed.slice(place + 1)}`)).toBeNull();
  }
  expect(unseal("second-factor", "")).toBeNull();
});

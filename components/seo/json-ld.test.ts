import { expect, test } from "vitest";
import { memberStatement } from "#lib/seo/json-ld";
import { JsonLd } from "./json-ld.tsx";

const attack = "</script><script>alert(1)</script><!--";
const unknownFacts = {
  website: null,
  logoKey: null,
  phone: null,
  address: null,
  city: null,
  postalCode: null,
  skills: [],
};
const member = memberStatement({ ...unknownFacts, slug: "x", name: attack, kind: "service", summary: attack });

test("no text of a member can end the block or begin a script", () => {
  const block = JsonLd({ statements: [member, null] });
  const html = block?.props.dangerouslySetInnerHTML.__html;
  expect(html).not.toContain("<");
  expect(JSON.parse(html).name).toBe(attack);
  expect(block?.props).not.toHaveProperty("nonce");
});

test("without a statement there is no block", () => {
  expect(JsonLd({ statements: [null] })).toBeNull();
});

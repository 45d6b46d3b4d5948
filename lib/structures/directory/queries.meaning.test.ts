import { describe, expect, test } from "vitest";
import { countFacets, listMembers } from "./queries.ts";
import { directoryPage } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");
const found = async (q: string, more = {}) => {
  const list = await listMembers({ q, ...more }, directoryPage.parse({ perPage: "100" }), now);
  return list?.items.map(({ name }) => name) ?? [];
};

describe("the directory, asked in a buyer's words", () => {
  test.each([
    ["personne ne nous trouve sur google", "Trouvable en Artois"],
    ["mon ordinateur rame et plante", "Comptoir du Poste"],
    ["que mes clients prennent rendez-vous tout seuls", "Atelier Zinc"],
    ["des caméras pour surveiller la cour", "Vigie du Ternois"],
  ])("finds the trade: %s", async (q, name) => {
    expect((await found(q)).slice(0, 3)).toContain(name);
  });

  test("the town that is named comes first, and filters still hold", async () => {
    expect((await found("on veut copier nos données ailleurs, près de Béthune"))[0]).toBe("Lys Sauvegarde");
    const names = await found("on veut copier nos données ailleurs", { city: "lens" });
    expect(names).toContain("Terril Réseaux");
    expect(names).not.toContain("Lys Sauvegarde");
  });

  test("counts beside the filters are those of what was meant", async () => {
    const q = "que mes clients prennent rendez-vous tout seuls";
    const { kind } = await countFacets({ q });
    expect(kind.reduce((sum, { count }) => sum + count, 0)).toBe((await found(q)).length);
  });
});

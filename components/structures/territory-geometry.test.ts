import { expect, test } from "vitest";
import communes from "../../lib/territory/communes.json" with { type: "json" };
import { cells, ground, HEIGHT, net, placeCommunes, WIDTH } from "./territory-geometry.ts";
import { placeLabels } from "./territory-labels.ts";

const placed = placeCommunes(communes);

function town(slug: string) {
  const found = placed.find((commune) => commune.slug === slug);
  if (!found) throw new Error(`no commune ${slug}`);
  return found;
}

test("every commune is on the sheet, north up and west left", () => {
  expect(placed).toHaveLength(communes.length);
  for (const { x, y } of placed) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(HEIGHT);
  }
  expect(town("bethune").y).toBeLessThan(town("arras").y);
  expect(town("bethune").x).toBeLessThan(town("douai").x);
});

test("every commune has a cell, and the farthest one still stands on the ground", () => {
  expect(cells(placed).every((cell) => cell.startsWith("M") && cell.endsWith("Z"))).toBe(true);
  const { x, y } = town("bapaume");
  expect(ground(placed)).toContain(`${x} ${y}`);
});

test("the net needs two towns and ties each pair once", () => {
  expect(net([town("lens")])).toBe("");
  expect(net([town("lens"), town("lievin")]).match(/M/g)).toHaveLength(1);
});

test("a major town is always named, however crowded", () => {
  const crowd = ["lens", "lievin", "loos-en-gohelle", "avion", "sallaumines", "loison-sous-lens", "vendin-le-vieil"];
  const labels = placeLabels(crowd.map((slug, index) => ({ ...town(slug), radius: 26, isMajor: index === 0 })));
  expect(labels.has("lens")).toBe(true);
});

test("nobody to draw is no error", () => {
  expect(placeCommunes([])).toEqual([]);
  expect(ground([])).toBe("");
  expect(placeLabels([]).size).toBe(0);
});

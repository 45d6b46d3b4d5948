import { HEIGHT, type Point, WIDTH } from "./territory-geometry.ts";

export type Town = Point & { slug: string; name: string; radius: number; isMajor: boolean };
export type Label = Point & { anchor: "start" | "middle" | "end" };

type Box = { left: number; top: number; right: number; bottom: number };

/** Size of the type in units of the sheet, as the style sheet sets it: that of the four towns between a phone's and a large screen's. */
const MAJOR = 35;
const MINOR = 17;

/**
 * Finds a place for each town's name, the first given first served: around its dot, wherever it
 * covers no dot and no other name. A major town is named in any case, where it covers least; another
 * one without a free place keeps its name for the pointer and the screen reader.
 */
export function placeLabels(towns: Town[]): Map<string, Label> {
  const taken: Box[] = towns.map((town) => around(town, town.radius + 2));
  const labels = new Map<string, Label>();
  for (const town of towns) {
    const places = candidates(town)
      .filter(({ box }) => isInside(box))
      .map((place) => ({ ...place, covered: coveredBy(place.box, taken, town) }))
      .sort((a, b) => a.covered - b.covered);
    const free = places.find(({ covered }) => covered === 0 || town.isMajor);
    if (!free) continue;
    taken.push(free.box);
    labels.set(town.slug, free.label);
  }
  return labels;
}

function candidates(town: Town): { label: Label; box: Box }[] {
  const size = town.isMajor ? MAJOR : MINOR;
  const width = town.name.length * size * 0.56;
  const gap = town.radius * 1.2 + 6;
  const middle = town.y + size * 0.35;
  const places: Label[] = [
    { x: town.x + gap, y: middle, anchor: "start" },
    { x: town.x - gap, y: middle, anchor: "end" },
    { x: town.x, y: town.y - gap, anchor: "middle" },
    { x: town.x, y: town.y + gap + size * 0.75, anchor: "middle" },
    { x: town.x + gap * 0.8, y: middle - size * 0.75, anchor: "start" },
    { x: town.x + gap * 0.8, y: middle + size * 0.75, anchor: "start" },
    { x: town.x - gap * 0.8, y: middle - size * 0.75, anchor: "end" },
    { x: town.x - gap * 0.8, y: middle + size * 0.75, anchor: "end" },
    { x: town.x, y: town.y - gap - size, anchor: "middle" },
    { x: town.x, y: town.y + gap + size * 1.75, anchor: "middle" },
  ];
  return places.map((label) => ({ label, box: boxOf(label, width, size) }));
}

function boxOf(label: Label, width: number, size: number): Box {
  const left = label.x - (label.anchor === "start" ? 0 : label.anchor === "end" ? width : width / 2);
  return { left, right: left + width, top: label.y - size * 0.8, bottom: label.y + size * 0.25 };
}

function around(point: Point, radius: number): Box {
  return { left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius };
}

function isInside(box: Box): boolean {
  return box.left > 4 && box.right < WIDTH - 4 && box.top > 4 && box.bottom < HEIGHT - 4;
}

/** How much of what is there already a name would cover. It may touch its own dot's square: the gap already keeps them apart. */
function coveredBy(box: Box, taken: Box[], town: Town): number {
  return taken
    .filter(({ left, top }) => left !== town.x - town.radius - 2 || top !== town.y - town.radius - 2)
    .reduce((sum, other) => sum + shared(box, other), 0);
}

function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

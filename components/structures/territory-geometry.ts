import { Delaunay } from "d3-delaunay";
import { geoMercator } from "d3-geo";

type MapCommune = { slug: string; name: string; lat: number; lon: number; population: number };
export type Point = { x: number; y: number };
export type Placed = MapCommune & Point;

/** The sheet of the map, in its own units: the Artois is almost as high as it is wide. */
export const WIDTH = 720;
export const HEIGHT = 660;
const MARGIN = 46;

/** Communes farther apart than this (units of the sheet) are not neighbours: the outline turns in. */
const NEIGHBOUR = 235;
/** The same for the net between towns that have members. */
const TIE = 165;

/** Puts the communes on the sheet (Mercator, north up). */
export function placeCommunes(communes: readonly MapCommune[]): Placed[] {
  const coordinates = communes.map((commune): [number, number] => [commune.lon, commune.lat]);
  const projection = geoMercator().fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HEIGHT - MARGIN],
    ],
    { type: "MultiPoint", coordinates },
  );
  return communes.flatMap((commune) => {
    const at = projection([commune.lon, commune.lat]);
    return at ? [{ ...commune, x: round(at[0]), y: round(at[1]) }] : [];
  });
}

/** One cell per commune, in the order given: every place belongs to its nearest town. */
export function cells(communes: Placed[]): string[] {
  const voronoi = delaunay(communes).voronoi([0, 0, WIDTH, HEIGHT]);
  return communes.map((_, index) => {
    const polygon = voronoi.cellPolygon(index);
    return polygon ? `M${polygon.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z` : "";
  });
}

/**
 * The ground of the territory: triangles between neighbouring communes, and for a commune far from
 * all others the triangle that ties it to its two nearest. Stroked with a wide round pen it becomes one smooth shape, without the false precision of limits.
 */
export function ground(communes: Placed[]): string {
  const triangles = trianglesOf(communes);
  const reached = new Set<Placed>();
  const near = triangles.filter((triangle) => {
    const isNear = reach(triangle) <= NEIGHBOUR;
    if (isNear) for (const corner of triangle) reached.add(corner);
    return isNear;
  });
  const bridges = communes
    .filter((commune) => !reached.has(commune))
    .flatMap((commune) =>
      triangles
        .filter((triangle) => triangle.includes(commune))
        .sort(byReach)
        .slice(0, 1),
    );
  return [...near, ...bridges].map(([a, b, c]) => `M${a.x} ${a.y}L${b.x} ${b.y}L${c.x} ${c.y}Z`).join("");
}

type Triangle = [Placed, Placed, Placed];

function trianglesOf(communes: Placed[]): Triangle[] {
  const mesh = delaunay(communes).triangles;
  return Array.from({ length: mesh.length / 3 }, (_, at) => at * 3).flatMap((at) => {
    const [a, b, c] = [mesh[at], mesh[at + 1], mesh[at + 2]].map((index) => communes[index ?? -1]);
    return a && b && c ? [[a, b, c] satisfies Triangle] : [];
  });
}

/** Its longest side. */
function reach([a, b, c]: Triangle): number {
  return Math.max(distance(a, b), distance(b, c), distance(c, a));
}

function byReach(one: Triangle, other: Triangle): number {
  return reach(one) - reach(other);
}

/** The net: lines between towns that have members and are neighbours of one another. */
export function net(towns: Placed[]): string {
  if (towns.length < 2) return "";
  const triangulation = delaunay(towns);
  const lines: string[] = [];
  towns.forEach((town, index) => {
    for (const other of triangulation.neighbors(index)) {
      const neighbour = towns[other];
      if (other < index || !neighbour || distance(town, neighbour) > TIE) continue;
      lines.push(`M${town.x} ${town.y}L${neighbour.x} ${neighbour.y}`);
    }
  });
  return lines.join("");
}

function delaunay(points: Point[]): Delaunay<Point> {
  return Delaunay.from(
    points,
    (point) => point.x,
    (point) => point.y,
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** A tenth of a unit is finer than any screen shows, and half the bytes. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

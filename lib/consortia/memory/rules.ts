/** Two structures and how often they answered together. */
export interface Tie {
  a: string;
  b: string;
  count: number;
}

/** Who worked with whom, from the members of each answer; the most often first. */
export function tiesOf(answers: { members: string[] }[]): Tie[] {
  const counts = new Map<string, Tie>();
  for (const { members } of answers) {
    const names = [...new Set(members)].sort((a, b) => a.localeCompare(b, "fr"));
    for (const [index, a] of names.entries()) {
      for (const b of names.slice(index + 1)) {
        const key = `${a}\n${b}`;
        counts.set(key, { a, b, count: (counts.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return [...counts.values()].sort(
    (x, y) => y.count - x.count || x.a.localeCompare(y.a, "fr") || x.b.localeCompare(y.b, "fr"),
  );
}

export interface Placed {
  name: string;
  x: number;
  y: number;
}

/** Each structure on a circle of radius 1, from the top, clockwise, in the order of the alphabet. */
export function onCircle(ties: Tie[]): Placed[] {
  const names = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a.localeCompare(b, "fr"));
  return names.map((name, index) => {
    const angle = (2 * Math.PI * index) / names.length - Math.PI / 2;
    return { name, x: Math.cos(angle), y: Math.sin(angle) };
  });
}

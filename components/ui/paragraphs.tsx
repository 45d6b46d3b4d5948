import { Prose } from "./prose.tsx";

/**
 * Text that somebody typed, as paragraphs (a blank line between two) and lists (lines that begin with
 * a dash). Nothing else is interpreted: it can hold no markup.
 */
export function Paragraphs({ text }: { text: string }) {
  const blocks = text.trim().split(/\n\s*\n/);
  return (
    <Prose>
      {blocks.map((block) => {
        const lines = block.split("\n").map((line) => line.trim());
        const isList = lines.every((line) => line.startsWith("- "));
        if (!isList) return <p key={block}>{lines.join(" ")}</p>;
        return (
          <ul key={block}>
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        );
      })}
    </Prose>
  );
}

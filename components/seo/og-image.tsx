import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import type { ComponentProps } from "react";
import { OgFrame } from "./og-frame.tsx";

export const OG_SIZE = { width: 1200, height: 630 };

/** The frame as a PNG. Kept an hour: its address stays the same when the page changes. */
export async function ogImage(props: ComponentProps<typeof OgFrame>): Promise<ImageResponse> {
  const { kicker, title, facts, color } = props;
  return new ImageResponse(
    <OgFrame kicker={drawable(kicker)} title={drawable(title)} facts={drawable(facts)} {...(color && { color })} />,
    { ...OG_SIZE, fonts: await fonts(), headers: { "Cache-Control": "public, max-age=3600" } },
  );
}

let read: ReturnType<typeof readFonts> | undefined;

function fonts() {
  read ??= readFonts();
  return read;
}

function readFonts() {
  const folder = path.join(process.cwd(), "node_modules/@fontsource/bricolage-grotesque/files");
  const weights = [400, 700, 800] as const;
  return Promise.all(
    weights.map(async (weight) => ({
      name: "Bricolage",
      weight,
      data: await readFile(path.join(folder, `bricolage-grotesque-latin-${weight}-normal.woff`)),
    })),
  );
}

/**
 * Text as the font can draw it: other letters without their accents, the rest left out. For a glyph
 * that no font has, next/og would ask a server outside.
 */
function drawable(text: string): string {
  return [...text.normalize("NFC").replace(/[\s\u00a0\u202f]+/g, " ")]
    .map((character) => (DRAWN.test(character) ? character : (character.normalize("NFD")[0] ?? "")))
    .filter((character) => DRAWN.test(character))
    .join("")
    .trim();
}

const DRAWN = /^[\u0020-\u007e\u00a1-\u00ff\u0152\u0153\u0178\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]$/;

import "server-only";
import sharp from "sharp";
import { Refusal } from "./errors.ts";

/** The largest file that is looked at. */
const MOST_BYTES = 5 * 1024 * 1024;
/** A small file can unfold into gigabytes: more pixels than this are not unfolded. */
const MOST_PIXELS = 40_000_000;
/** The largest side of what is kept. */
const MOST_SIDE = 512;

/** What the first bytes say, whatever the name says. SVG is a program as much as a picture: it is not here. */
const SIGNATURES = [
  { format: "png", isIt: (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { format: "jpeg", isIt: (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  {
    format: "webp",
    isIt: (bytes: Uint8Array) => startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && ascii(bytes, 8, 12) === "WEBP",
  },
];

/**
 * The picture somebody uploaded, drawn anew as a small WebP: nothing of the file is kept but its
 * pixels (no position, no camera, no hidden part).
 *
 * @throws Refusal `wrong_picture` on the field `field`
 */
export async function redrawn(bytes: Uint8Array, field: string): Promise<Uint8Array<ArrayBuffer>> {
  const wrong = (why: string) => new Refusal("wrong_picture", why, field);
  if (bytes.length === 0) throw wrong("Choisissez une image.");
  if (bytes.length > MOST_BYTES) throw wrong("Cette image dépasse 5\u00a0Mo\u202f: réduisez-la avant de l’envoyer.");
  if (!SIGNATURES.some(({ isIt }) => isIt(bytes))) {
    throw wrong("Ce fichier n’est pas une image PNG, JPEG ou WebP. Un SVG s’enregistre d’abord en PNG.");
  }
  try {
    const drawn = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate() // as the camera held it, since its word for that goes too
      .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 86 })
      .toBuffer();
    return new Uint8Array(drawn);
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes("pixel limit");
    throw wrong(
      isTooLarge
        ? "Cette image a trop de points\u202f: 40 millions au plus."
        : "Cette image est abîmée\u202f: enregistrez-la de nouveau avant de l’envoyer.",
    );
  }
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

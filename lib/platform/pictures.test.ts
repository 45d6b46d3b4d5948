import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { redrawn } from "./pictures.ts";

const square = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: { r: 166, g: 61, b: 36 } } });

describe("an uploaded picture", () => {
  test.each(["png", "jpeg", "webp"] as const)("that is a %s is drawn anew, small, as WebP", async (format) => {
    const drawn = await redrawn(new Uint8Array(await square(2_000).toFormat(format).toBuffer()), "logo");
    expect(await sharp(drawn).metadata()).toMatchObject({ format: "webp", width: 512, height: 512 });
  });

  test("keeps nothing of the file but its pixels", async () => {
    const where = { IFD0: { Copyright: "secret owner" }, IFD3: { GPSLatitude: "50/1 17/1 0/1" } };
    const photo = await square(300).withExif(where).jpeg().toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const drawn = await redrawn(new Uint8Array(photo), "logo");
    const { exif, icc, xmp, iptc } = await sharp(drawn).metadata();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(drawn).includes("secret owner")).toBe(false);
  });

  test("is turned as the camera held it", async () => {
    const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#fff" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await sharp(await redrawn(new Uint8Array(lying), "logo")).metadata()).toMatchObject({
      width: 200,
      height: 400,
    });
  });

  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
  test.each([
    ["an SVG", svg, /PNG/],
    ["an SVG after a byte order mark", `\ufeff${svg}`, /PNG/],
    ["a page", "<!doctype html><script>alert(1)</script>", /PNG/],
    ["nothing", "", /Choisissez/],
  ])("that is %s is refused by its content, whatever its name", async (_what, text, why) => {
    await expect(redrawn(new TextEncoder().encode(text), "logo")).rejects.toMatchObject({
      code: "wrong_picture",
      field: "logo",
      message: expect.stringMatching(why),
    });
  });

  test("that is cut short or only pretends to be one is refused", async () => {
    const whole = await square(600).png().toBuffer();
    const cut = new Uint8Array(whole.subarray(0, whole.length / 2));
    await expect(redrawn(cut, "logo")).rejects.toMatchObject({ message: expect.stringMatching(/abîmée/) });
    const fake = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(svg)]);
    await expect(redrawn(fake, "logo")).rejects.toMatchObject({ code: "wrong_picture" });
  });

  test("that weighs more than 5 MB, or unfolds into more than forty million points, is refused", async () => {
    const heavy = new Uint8Array(5 * 1024 * 1024 + 1);
    await expect(redrawn(heavy, "logo")).rejects.toMatchObject({ message: expect.stringMatching(/5\u00a0Mo/) });
    const bomb = await square(7_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(redrawn(new Uint8Array(bomb), "logo")).rejects.toMatchObject({
      message: expect.stringMatching(/points/),
    });
  });
});

import { create } from "qrcode";

/** The quiet zone that readers need around the drawing, in modules (ISO/IEC 18004). */
const MARGIN = 4;

/** A QR code of `text`, drawn on the server: one path, a square for each dark module. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const path = Array.from(data, (isDark, index) =>
    isDark ? `M${(index % size) + MARGIN} ${Math.floor(index / size) + MARGIN}h1v1h-1z` : "",
  ).join("");
  const side = size + 2 * MARGIN;
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

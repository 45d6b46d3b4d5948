import "server-only";

/** A document to keep. The private headers of its path say that no cache keeps it. */
export function pdfAnswer(fileName: string, content: Uint8Array<ArrayBuffer>): Response {
  return new Response(content, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${fileName}.pdf"` },
  });
}

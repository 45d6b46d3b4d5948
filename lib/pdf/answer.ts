import "server-only";

/** A document to keep. The private headers of its path say that no cache keeps it. */
export function pdfAnswer(fileName: string, content: Uint8Array<ArrayBuffer>): Response {
  return new Response(content, {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${fileName}.pdf"` },
  });
}

/** A file that somebody else sent: kept, never shown in the portal's own place, nor taken for anything else. */
export function attachedPdf(fileName: string, content: Uint8Array<ArrayBuffer>): Response {
  return new Response(content, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}.pdf"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/**
 * A file to keep, as it comes. The private headers of its path say that no cache keeps it; whatever it
 * holds, no browser runs it under our name.
 */
export function attachment(name: string, type: string, content: ReadableStream<Uint8Array>, size?: number): Response {
  return new Response(content, {
    headers: {
      "Content-Type": type,
      // RFC 6266: the plain name for old readers, the true one encoded (RFC 8187).
      "Content-Disposition": `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, "_")}"; filename*=UTF-8''${encode(name)}`,
      ...(size === undefined ? {} : { "Content-Length": String(size) }),
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

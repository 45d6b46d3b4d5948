import MarkdownIt, { type Token } from "markdown-it";

/** The three verbs whose lines become rows: décidé, à faire, à revoir. */
export type Verb = "decided" | "todo" | "review";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis"; content: Inline[] }
  | { kind: "link"; href: string; content: Inline[] }
  | { kind: "break" };

/** A piece of minutes, in reading order: what the page, the preview and the PDF are drawn from. */
export type Block =
  | { kind: "heading"; level: number; content: Inline[] }
  | { kind: "paragraph"; content: Inline[] }
  /** A line of one of the three verbs, without the verb. */
  | { kind: "verb"; verb: Verb; isPublic: boolean; content: Inline[] }
  | { kind: "list"; isOrdered: boolean; items: Block[][] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "code"; text: string }
  | { kind: "rule" };

/** Markdown as people type minutes: HTML is text, pictures are not loaded from anywhere. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  "image",
  "table",
  "strikethrough",
]);

/** Reads Markdown into pieces. Nothing in it can become HTML: whoever draws the pieces writes text. */
export function readText(source: string): Block[] {
  const tokens = markdown.parse(source.normalize("NFC").replaceAll("\0", ""), {});
  return blocksOf(tokens);
}

/** What is read of these pieces, without their form. */
export function plainOf(content: Inline[]): string {
  return content
    .map((piece) => {
      if (piece.kind === "break") return " ";
      return "text" in piece ? piece.text : plainOf(piece.content);
    })
    .join("");
}

/** Writes text so that Markdown reads it back as it is. */
export function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>&~]/g, "\\$&");
}

function blocksOf(tokens: Token[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const end = token.nesting === 1 ? closingOf(tokens, at) : at;
    const inside = tokens.slice(at + 1, end);
    blocks.push(...blockOf(token, inside));
    at = end;
  }
  return blocks;
}

function blockOf(token: Token, inside: Token[]): Block[] {
  switch (token.type) {
    case "heading_open":
      return [{ kind: "heading", level: Number(token.tag.slice(1)), content: inlinesOf(inside[0]?.children ?? []) }];
    case "paragraph_open":
      return linesOf(inlinesOf(inside[0]?.children ?? []));
    case "bullet_list_open":
    case "ordered_list_open":
      return [{ kind: "list", isOrdered: token.type === "ordered_list_open", items: itemsOf(inside) }];
    case "blockquote_open":
      return [{ kind: "quote", blocks: blocksOf(inside) }];
    case "fence":
    case "code_block":
      return [{ kind: "code", text: token.content }];
    case "hr":
      return [{ kind: "rule" }];
    default:
      return [];
  }
}

function itemsOf(tokens: Token[]): Block[][] {
  const items: Block[][] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = closingOf(tokens, at);
    items.push(blocksOf(tokens.slice(at + 1, end)));
    at = end;
  }
  return items;
}

/** Where what opens here closes. */
function closingOf(tokens: Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function inlinesOf(tokens: Token[]): Inline[] {
  const pieces: Inline[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const end = token.nesting === 1 ? closingOf(tokens, at) : at;
    const inside = inlinesOf(tokens.slice(at + 1, end));
    if (token.type === "strong_open") pieces.push({ kind: "strong", content: inside });
    else if (token.type === "em_open") pieces.push({ kind: "emphasis", content: inside });
    else if (token.type === "link_open") pieces.push(...linkOf(String(token.attrGet("href") ?? ""), inside));
    else if (token.type === "code_inline") pieces.push({ kind: "code", text: token.content });
    else if (token.type === "softbreak" || token.type === "hardbreak") pieces.push({ kind: "break" });
    else if (token.content !== "") pieces.push({ kind: "text", text: token.content });
    at = end;
  }
  return pieces;
}

/** Leads to the web, to a mailbox or into this site; what leads anywhere else is words only. */
function linkOf(href: string, content: Inline[]): Inline[] {
  return /^(https?:\/\/|mailto:|\/(?![/\\]))/i.test(href) ? [{ kind: "link", href, content }] : content;
}

const VERB = /^\s*(d[ée]cid[ée]|[àa]\s+faire|[àa]\s+revoir)(?:\s*\((publi(?:c|que))\))?\s*:\s*/iu;

/** The lines of a paragraph: those that begin with a verb stand alone, the others stay together. */
function linesOf(content: Inline[]): Block[] {
  const blocks: Block[] = [];
  let together: Inline[] = [];
  const flush = () => {
    if (together.length > 0) blocks.push({ kind: "paragraph", content: together });
    together = [];
  };
  for (const line of splitAtBreaks(content)) {
    const found = VERB.exec(plainOf(line));
    if (found) {
      flush();
      const [begun, verb = "", isPublic] = found;
      const named = verbNamed(verb);
      const rest = withoutFirst(line, begun.length);
      blocks.push({ kind: "verb", verb: named, isPublic: named === "decided" && Boolean(isPublic), content: rest });
    } else {
      together = together.length > 0 ? [...together, { kind: "break" }, ...line] : line;
    }
  }
  flush();
  return blocks;
}

function verbNamed(typed: string): Verb {
  if (/^d/i.test(typed)) return "decided";
  return /faire$/i.test(typed) ? "todo" : "review";
}

function splitAtBreaks(content: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const piece of content) {
    if (piece.kind === "break") lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

/** The pieces without their first `count` characters, form kept. */
function withoutFirst(content: Inline[], count: number): Inline[] {
  let left = count;
  return content.flatMap((piece): Inline[] => {
    if (left === 0 || piece.kind === "break") return [piece];
    if ("text" in piece) {
      const text = piece.text.slice(left);
      left = Math.max(0, left - piece.text.length);
      return text === "" ? [] : [{ ...piece, text }];
    }
    const before = plainOf(piece.content).length;
    const inside = withoutFirst(piece.content, left);
    left = Math.max(0, left - before);
    return inside.length === 0 ? [] : [{ ...piece, content: inside }];
  });
}

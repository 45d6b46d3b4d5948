import { escapeHtml } from "#lib/platform/html";
import { absolute } from "#lib/platform/paths";

/** A piece of a message, in reading order. */
export type Block =
  | { text: string }
  /** One thing to do. `path` is a path of this site. */
  | { action: { label: string; path: string } }
  /** To be copied by hand, large and apart. */
  | { code: string }
  | { facts: { term: string; value: string }[] }
  | { list: string[] }
  /** Somebody's own words. */
  | { quote: string };

export interface Message {
  subject: string;
  /** "Bonjour Nadia". */
  greeting: string;
  blocks: Block[];
  /** Why this person receives it: the last line, in small. */
  why: string;
}

export interface Rendered {
  subject: string;
  text: string;
  html: string;
}

/**
 * Both bodies of a message from one source; every word of it is escaped. No image, no tracker. What one
 * may refuse to receive says at its foot where to say so.
 */
export function renderMessage(message: Message, unsubscribeUrl?: string): Rendered {
  return {
    subject: oneLine(message.subject),
    text: asText(message, unsubscribeUrl),
    html: asHtml(message, unsubscribeUrl),
  };
}

/** A header holds one line: what somebody typed may not begin another. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").trim();
}

const LEAVE = "Ne plus recevoir ces messages";

function asText({ greeting, blocks, why }: Message, unsubscribeUrl: string | undefined): string {
  const parts = [
    `${greeting},`,
    ...blocks.map(blockAsText),
    `-- \n${why}${unsubscribeUrl ? `\n${LEAVE}\u00a0: ${unsubscribeUrl}` : ""}\nTacTic, le club informatique de l’Artois – ${absolute("/")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockAsText(block: Block): string {
  if ("text" in block) return block.text;
  if ("action" in block) return `${block.action.label}\u00a0:\n${absolute(block.action.path)}`;
  if ("code" in block) return `    ${block.code}`;
  if ("facts" in block) return block.facts.map(({ term, value }) => `${term}\u00a0: ${value}`).join("\n");
  if ("list" in block) return block.list.map((item) => `- ${item}`).join("\n");
  return block.quote.replace(/^/gm, "> ");
}

// Mail readers know neither style sheets nor variables: the palette of app/globals.css, written out.
const CHALK = "#faf6ee";
const COAL = "#17181c";
const BRICK = "#a63d24";
const SLATE = "#4a4e57";
const RULE = "#d1cdc4";
const FACE = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible','Segoe UI',Verdana,sans-serif";

function asHtml({ subject, greeting, blocks, why }: Message, unsubscribeUrl: string | undefined): string {
  const leave = unsubscribeUrl ? `<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:${SLATE}">${LEAVE}</a>` : "";
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:${CHALK};color:${COAL};font:17px/1.55 ${FACE}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px"><tr><td style="border-top:4px solid ${COAL};border-bottom:1px solid ${RULE};padding:12px 0;font-weight:800;font-size:24px;letter-spacing:-1px">Tac<span style="color:${BRICK}">Tic</span></td></tr>
<tr><td style="padding:24px 0">
<p style="margin:0 0 16px">${escapeHtml(greeting)},</p>
${blocks.map(blockAsHtml).join("\n")}
</td></tr>
<tr><td style="border-top:1px solid ${RULE};padding:12px 0;color:${SLATE};font-size:14px">${escapeHtml(why)}${leave}<br><a href="${escapeHtml(absolute("/"))}" style="color:${SLATE}">TacTic, le club informatique de l’Artois</a></td></tr></table>
</td></tr></table>
</body></html>
`;
}

function blockAsHtml(block: Block): string {
  if ("text" in block) return `<p style="margin:0 0 16px">${escapeHtml(block.text).replaceAll("\n", "<br>")}</p>`;
  if ("action" in block) {
    const url = escapeHtml(absolute(block.action.path));
    const label = escapeHtml(block.action.label);
    return `<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:${BRICK};color:${CHALK};padding:12px 20px;border-radius:2px;font-weight:700;text-decoration:none">${label}</a></p>
<p style="margin:0 0 16px;color:${SLATE};font-size:14px">Si le bouton ne répond pas, copiez cette adresse&nbsp;: <a href="${url}" style="color:${SLATE};word-break:break-all">${url}</a></p>`;
  }
  if ("code" in block) {
    return `<p style="margin:24px 0;font-size:32px;font-weight:800;letter-spacing:8px">${escapeHtml(block.code)}</p>`;
  }
  if ("facts" in block) {
    const rows = block.facts.map(
      ({ term, value }) =>
        `<tr><th align="left" valign="top" style="padding:6px 16px 6px 0;border-bottom:1px solid ${RULE};color:${SLATE};font-weight:400">${escapeHtml(term)}</th><td style="padding:6px 0;border-bottom:1px solid ${RULE};font-weight:700">${escapeHtml(value)}</td></tr>`,
    );
    return `<table cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse">${rows.join("")}</table>`;
  }
  if ("list" in block) {
    return `<ul style="margin:0 0 16px;padding-left:20px">${block.list.map((item) => `<li style="margin:0 0 4px">${escapeHtml(item)}</li>`).join("")}</ul>`;
  }
  return `<blockquote style="margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid ${RULE}">${escapeHtml(block.quote).replaceAll("\n", "<br>")}</blockquote>`;
}

import { VERB_LABELS } from "#lib/meetings/labels";
import type { Block, Inline } from "#lib/meetings/minutes/text/rules";

/** Minutes as they are read: drawn from pieces, so that nothing typed can be HTML. The preview draws the same. */
export function MinutesText({ blocks }: { blocks: Block[] }) {
  return (
    <div className="minutes prose">
      {keyed(blocks).map(({ key, piece }) => (
        <Piece key={key} block={piece} />
      ))}
    </div>
  );
}

function Piece({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level <= 2 ? "h3" : "h4";
      return (
        <Heading>
          <Words content={block.content} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    case "verb":
      return (
        <p className={`verb verb-${block.verb}`}>
          <strong>
            {VERB_LABELS[block.verb]}
            {block.isPublic && " (public)"}
          </strong>{" "}
          <Words content={block.content} />
        </p>
      );
    case "list": {
      const List = block.isOrdered ? "ol" : "ul";
      return (
        <List>
          {keyed(block.items).map(({ key, piece }) => (
            <li key={key}>
              {keyed(piece).map((inner) => (
                <Piece key={inner.key} block={inner.piece} />
              ))}
            </li>
          ))}
        </List>
      );
    }
    case "quote":
      return (
        <blockquote>
          {keyed(block.blocks).map(({ key, piece }) => (
            <Piece key={key} block={piece} />
          ))}
        </blockquote>
      );
    case "code":
      return <pre>{block.text}</pre>;
    case "rule":
      return <hr />;
  }
}

function Words({ content }: { content: Inline[] }) {
  return keyed(content).map(({ key, piece }) => <Word key={key} piece={piece} />);
}

function Word({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "code":
      return <code>{piece.text}</code>;
    case "strong":
      return (
        <strong>
          <Words content={piece.content} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <Words content={piece.content} />
        </em>
      );
    case "link":
      return (
        <a href={piece.href} rel="noreferrer nofollow">
          <Words content={piece.content} />
        </a>
      );
    case "break":
      return <br />;
  }
}

/** A text has an order and nothing else: its pieces are known by their place. */
function keyed<T>(pieces: T[]): { key: string; piece: T }[] {
  return pieces.map((piece, index) => ({ key: String(index), piece }));
}

import ts from "typescript";
import { expect, test } from "vitest";
import { listSources, textOf } from "./sources.ts";

/** A plain space, at which a line may break, where French wants a narrow one that holds. */
const LOOSE = /[\p{L}\p{N}»)%€”’…] [;?!:](?=$|[\s"'’”<»)])|« |\S »/u;

test("what is read in French keeps its marks beside its words", () => {
  const loose = listSources(".ts", ".tsx")
    .filter((path) => /^(app|components|lib|prisma\/seed)\//.test(path) && !/\.test\.ts$|sql\.ts$/.test(path))
    .flatMap((path) =>
      textsIn(path)
        .filter((text) => LOOSE.test(text))
        .map((text) => `${path}: ${text.trim()}`),
    );
  expect(loose).toEqual([]);
});

/** Every string and text of a source, but those of a tagged template, which is another language's. */
function textsIn(path: string): string[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) return;
    if (ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text);
    } else if (ts.isTemplateHead(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

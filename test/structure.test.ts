import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { listSources, textOf } from "./sources.ts";

const VOCABULARY = ["schema", "rules", "queries", "commands", "actions", "labels"];

/** Shared by all domains: deep modules behind small doors, each named for what it knows. */
const SERVICES = ["platform", "policy", "mail", "calendar", "search", "feeds", "seo", "api", "pdf", "privacy"];

/** Files of a domain outside the vocabulary, each with its reason. A new one is a decision. */
const NAMED_APART: Record<string, string> = {
  "lib/schools/mails.ts": "the words of the message to students without a place, and the offers it shows",
  "lib/internships/applications/mails.ts": "the words of the messages that applications send",
  "lib/internships/applications/interviews/mails.ts": "the invitations of interviews, which no form or page shows",
  "lib/people/links/messages.ts": "the words of three e-mails, which no form or page shows",
  "lib/people/links/request-cookie.ts": "knows the request's cookies, which commands must not",
  "lib/people/sessions/circumstances.ts": "knows the request's headers, which commands must not",
  "lib/people/sessions/provider.ts": "what next-auth wants to be told of the identity provider",
  "lib/people/second-factor/codes-cookie.ts": "knows the request's cookies, which commands must not",
  "lib/people/password/dictionary.ts": "a list of fifty thousand words, loaded when it is needed",
  "lib/people/security-message.ts": "the words of the e-mails of several commands, which no page shows",
  "lib/assemblies/documents.ts": "what the sheet of results says",
  "lib/consortia/workspace.ts":
    "what commands of every part share: going in, noting, telling, inside their transactions",
  "lib/consortia/leaving/vacating.ts": "how a seat is emptied, inside the transaction of whatever empties it",
  "lib/consortia/documents/archive.ts": "how an archive is written while it is read",
  "lib/consortia/letters/documents.ts": "what the papers of a consortium say",
  "lib/papers/forms/documents.ts": "what the draft of a DC2 says",
  "lib/dues/documents.ts": "what the papers about dues say, written by calls, payments and downloads alike",
  "lib/dues/letters.ts": "what the letters about dues say, and to whom, apart from when they leave",
  "lib/dues/report/sql.ts": "one statement for all figures, asked by the page and by the calls",
  "lib/mandates/file/documents.ts": "what the paper of a hand-over says",
  "lib/internships/law.ts": "the law's figures on internships, dated and cited, which every part of the domain asks",
  "lib/internships/search/sql.ts": "the search's hand-written SQL, too long to sit in queries.ts",
  "lib/internships/offers/skeletons.ts": "texts that a new offer may begin with",
  "lib/needs/carrying/proposals.ts":
    "what confirming, declining and passing on have in common, inside their transactions",
  "lib/needs/mails.ts": "the words of the messages that needs send",
  "lib/needs/match/sql.ts": "the ranking's hand-written SQL, too long to sit in queries.ts",
  "lib/people/passwords.ts": "argon2 and its cost, used by sign-in, seed and command line alike",
  "lib/structures/directory/sql.ts": "the search's hand-written SQL, too long to sit in queries.ts",
  "lib/tenders/boamp/keeping.ts": "keeps a page of notices inside the reading's transaction; no door of its own",
  "lib/tenders/boamp/open-data.ts": "asks the BOAMP over the network, and no data of ours",
  "lib/tenders/merging.ts": "what a merge takes along, inside its transaction",
  "lib/tenders/spotting.ts": "what posting and importing have in common, inside their transactions",
  "lib/territory/communes.ts": "constant data of INSEE, not a query",
};

/** Tests of lib that name no file beside them, each with what it is about. */
const TESTS_APART: Record<string, string> = {
  "lib/platform/page-cache/fresh.test.ts": "no old page is shown: cache, listener and clock together",
  "lib/policy/policy.test.ts": "every door has its row, and each role finds what the row says",
};

/** An exported function, however it is written, that no documentation comment precedes. */
const UNSAID =
  /(?<!\*\/\n)^export (?:async )?(?:function|class|const \w+ = (?:cache\(|formAction\()?(?:async )?(?:\(|\w+ =>|formAction)).*/gm;

/** Names that say nothing, so that anything ends up in them. */
const BAGS = /(^|[-.])(utils?|helpers?|types?|common|misc|shared|managers?|services?|index)\.(ts|tsx|mjs)$/;

/** Next's own names, and those of tools. */
const FOREIGN_NAMES = /^(\[.+\]|\(.+\)|next-env\.d\.ts|README\.md|migration_lock\.toml|\..+|\d{14}_.+)$/;

describe("the layout", () => {
  test("in a domain, a file is one of schema, rules, queries, commands, actions, labels, or a test beside", () => {
    const strangers = listSources(".ts", ".tsx")
      .filter((path) => path.startsWith("lib/") && !SERVICES.includes(path.split("/")[1] ?? ""))
      .filter((path) => !VOCABULARY.includes(kindOf(path)) && !(sourceOf(path) in NAMED_APART));
    expect(strangers).toEqual([]);
  });

  test("what is named apart still exists", () => {
    const sources = listSources(".ts");
    expect(Object.keys(NAMED_APART).filter((path) => !sources.includes(path))).toEqual([]);
  });

  test("a test stands beside the file that it names", () => {
    const sources = listSources(".ts");
    const strays = sources
      .filter((path) => /^(lib|scripts)\/.+\.test\.ts$/.test(path) && !(path in TESTS_APART))
      .filter((path) => !sources.includes(`${dirname(path)}/${kindOf(path)}.ts`));
    expect(strays).toEqual([]);
    expect(Object.keys(TESTS_APART).filter((path) => !sources.includes(path))).toEqual([]);
  });

  test("what lib offers to call says before it what it gives, and why where that is not plain", () => {
    const bare = listSources(".ts")
      .filter((path) => path.startsWith("lib/") && !path.endsWith(".test.ts"))
      .flatMap((path) => Array.from(textOf(path).matchAll(UNSAID), ([line]) => `${path}: ${line}`));
    expect(bare).toEqual([]);
  });

  test("every file of lib lies in a domain or a service", () => {
    expect(listSources().filter((path) => dirname(path) === "lib")).toEqual([]);
  });

  test("no file is a bag", () => {
    expect(listSources(".ts", ".tsx", ".mjs").filter((path) => BAGS.test(basename(path)))).toEqual([]);
  });

  test("every file and folder is in kebab-case", () => {
    const odd = listSources(".ts", ".tsx", ".mjs", ".css", ".sql", ".prisma").filter((path) =>
      path.split("/").some((part) => !FOREIGN_NAMES.test(part) && !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part)),
    );
    expect(odd).toEqual([]);
  });

  test("what a class looks like is said in one stylesheet; on paper, in another", () => {
    const homes = new Map<string, string[]>();
    for (const path of listSources(".css").filter((path) => path !== "app/print.css")) {
      // A rule of its own, at the left margin: neither below another nor inside a media query.
      const bases = textOf(path).matchAll(/^(?:[a-z0-9]+)?(\.[a-z][\w-]*)(?= \{|,$)/gm);
      for (const name of new Set(Array.from(bases, ([, name = ""]) => name))) {
        homes.set(name, [...(homes.get(name) ?? []), path]);
      }
    }
    expect([...homes].filter(([, paths]) => paths.length > 1)).toEqual([]);
    expect(homes.size).toBeGreaterThan(100);
  });

  test("React lives in app and components alone", () => {
    expect(listSources(".tsx").filter((path) => !/^(app|components)\//.test(path))).toEqual([]);
  });
});

/** "lib/a/queries.counts.test.ts" → "queries": what a test is about is named before its first dot. */
function kindOf(path: string): string {
  return basename(path).split(".")[0] ?? "";
}

function sourceOf(path: string): string {
  return path.replace(/\.test\.ts$/, ".ts");
}

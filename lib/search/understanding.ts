import { Concepts, type Evidence, type Topic } from "./concepts.ts";
import otherTrades from "./other-trades.json" with { type: "json" };
import thesaurus from "./thesaurus.json" with { type: "json" };
import { classOf, plain, respell, wordsOf } from "./words.ts";

/** A skill of the taxonomy, as far as understanding goes. */
export interface KnownSkill {
  slug: string;
  label: string;
  synonyms: string[];
}

/** One thing asked for: the skills that answer it, best first, `share` being relative to the best. */
export interface Wish {
  skills: (Evidence & { share: number })[];
  score: number;
}

export interface Understanding {
  wishes: Wish[];
  /** Why there are none: another trade's, in another language, or nothing that is known. */
  reason: "understood" | "nothing" | "otherLanguage" | "otherTrade" | "unclear";
  /** Words that no topic knows: a brand, a member's own word. */
  unknown: string[];
}

const OTHER = "~";

/** What the words of an IT trade are: with one of them, a mention of another trade is who asks. */
const TRADE = new Set(thesaurus.trade.map(classOf));
/** Who asks, more often than what is asked for. */
const BUYERS = new Set(thesaurus.buyers.map(classOf));

/** Where to draw lines, in the scores of `Concepts`. Chosen on the tuning half of the evaluation. */
const LIMITS = {
  /** Other trades have fewer words here than ours: what is heard of them counts for more. */
  other: 1.15,
  /** What a word that tells who asks weighs, and any word of an introduction. */
  buyer: 0.7,
  asker: 0.7,
  /** What another trade must score, of ours, where a word of an IT trade is said. */
  otherWithTrade: 0.75,
  /** The least that is understood: by several words, by one, with a word of an IT trade. */
  least: 4.2,
  leastOfOne: 4.2,
  leastWithTrade: 2.1,
  /** Of the best, what an alternative skill must score, and a second wish; and what is always enough for one. */
  share: 0.55,
  wish: 0.5,
  enough: 7,
  /** What each half of "this and that" must score, and how far the whole must stay behind both. */
  half: 4.5,
  joined: 0.72,
};

/** Makes ready to understand: the taxonomy against everything that is not the club's. */
export function learn(skills: KnownSkill[]): Concepts {
  const ours: Topic[] = skills.map(({ slug, label, synonyms }) => ({ key: slug, phrases: [label, ...synonyms] }));
  const others: Topic[] = Object.entries(otherTrades).map(([trade, words]) => ({
    key: OTHER + trade,
    phrases: words.split(", "),
  }));
  return new Concepts([...ours, ...others]);
}

/** What a buyer's text asks for. */
export function understand(concepts: Concepts, text: string): Understanding {
  // What is between angle brackets is for machines.
  const plainText = plain(text.replace(/<[^<>]*>/g, " "));
  const words = plainText.match(/[a-z]{2,}/g) ?? [];
  if (words.length === 0) return { wishes: [], reason: "nothing", unknown: [] };
  if (isForeign(words)) return { wishes: [], reason: "otherLanguage", unknown: [] };
  const clauses = clausesOf(respell(plainText)).flatMap(
    (clause) => twoOf(concepts, clause) ?? [weighWords(concepts, clause)],
  );
  const unknown = [...new Set(clauses.flatMap((clause) => clause.unknown))];
  const all = new Map(clauses.flatMap((clause) => [...clause.known]));
  // Said in one breath or in several: a clause alone, and the whole for what is spread over it.
  const readings = clauses.length > 1 ? [...clauses.map((clause) => clause.known), all] : [all];
  const scopes = readings.map((known) => scopeOf(concepts, known));
  const ours = scopes.filter((scope) => scope.isOurs);
  if (ours.length === 0) {
    const reason = scopes.some((scope) => scope.other > 0) ? "otherTrade" : "unclear";
    return { wishes: [], reason, unknown };
  }
  return { wishes: wishesOf(scopes, clauses.length > 1), reason: "understood", unknown };
}

interface Scope {
  skills: Evidence[];
  other: number;
  isOurs: boolean;
}

function scopeOf(concepts: Concepts, known: Map<string, { weight: number; raw: string }>): Scope {
  const found = concepts.recognise(known);
  const skills = found.filter(({ key }) => !key.startsWith(OTHER)).slice(0, 12);
  const other = LIMITS.other * (found.find(({ key }) => key.startsWith(OTHER))?.score ?? 0);
  const hasTrade = [...known.keys()].some((stem) => TRADE.has(stem));
  const best = skills[0]?.score ?? 0;
  const isOurs = hasTrade
    ? best >= LIMITS.leastWithTrade && best > other * LIMITS.otherWithTrade
    : best >= (skills[0]?.words.length === 1 ? LIMITS.leastOfOne : LIMITS.least) && best > other;
  return { skills, other, isOurs };
}

function wishesOf(scopes: Scope[], isSplit: boolean): Wish[] {
  const strongest = Math.max(...scopes.map(({ skills }) => skills[0]?.score ?? 0));
  const wishes: Wish[] = [];
  const whole = isSplit ? scopes.at(-1) : undefined;
  for (const scope of scopes) {
    const best = scope.skills[0]?.score ?? 0;
    if (!scope.isOurs || best < Math.min(strongest * LIMITS.wish, LIMITS.enough)) continue;
    const lifted = whole && scope !== whole ? liftedBy(scope.skills, whole.skills) : scope.skills;
    const top = lifted[0]?.score ?? 0;
    const wish = {
      score: top,
      skills: lifted
        .filter(({ score }) => score >= top * LIMITS.share)
        .slice(0, 6)
        .map((evidence) => ({ ...evidence, share: (evidence.score / top) ** 3 })),
    };
    const key = wish.skills[0]?.key;
    if (!key || wishes.some((known) => known.skills[0]?.key === key)) continue;
    wishes.push(wish);
  }
  return wishes.sort((a, b) => b.score - a.score).slice(0, 4);
}

/** What the whole text says weighs on each of its parts. */
function liftedBy(part: Evidence[], whole: Evidence[]): Evidence[] {
  const scores = new Map(whole.map(({ key, score }) => [key, score]));
  return part
    .map((evidence) => ({ ...evidence, score: evidence.score + 0.3 * (scores.get(evidence.key) ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

function weighWords(concepts: Concepts, clause: string) {
  const known = new Map<string, { weight: number; raw: string }>();
  const unknown: string[] = [];
  const [asker, asked] = askerOf(clause);
  const weigh = (part: string, factor: number) => {
    for (const { stem, raw } of wordsOf(part)) {
      const meant = concepts.knows(stem) ? { stem, sure: 1 } : concepts.correct(raw);
      if (!meant) unknown.push(raw);
      else {
        const weight = (BUYERS.has(meant.stem) ? LIMITS.buyer : 1) * (meant.sure === 1 ? 1 : 0.9 * meant.sure) * factor;
        if (weight > (known.get(meant.stem)?.weight ?? 0)) known.set(meant.stem, { weight, raw });
      }
    }
  };
  weigh(asked, 1);
  weigh(asker, LIMITS.asker);
  return { known, unknown };
}

const INTRODUCTION =
  /^(?:(?:je suis|nous sommes|on est|c'est pour)\b[^,:]{3,60}?(?:,|:|\bet (?:je|nous|on)\b|\bdepuis \d+ ans\b)|[^,:]{3,45}[,:])\s*(?=.{18})/;

/** Who asks, when a clause begins by saying it ("fleuriste à Lens, je voudrais…"), and what is asked. */
function askerOf(clause: string): [asker: string, asked: string] {
  const introduction = INTRODUCTION.exec(clause)?.[0] ?? "";
  const stems = wordsOf(introduction).map(({ stem }) => stem);
  if (!stems.some((stem) => BUYERS.has(stem)) || stems.some((stem) => TRADE.has(stem))) return ["", clause];
  return [introduction, clause.slice(introduction.length)];
}

/** Two needs joined by a mere "et": only where each half is a need by itself, and not the same. */
function twoOf(concepts: Concepts, clause: string) {
  const halves = clause.split(/\bet\b/);
  if (halves.length !== 2) return null;
  const read = halves.map((half) => weighWords(concepts, half));
  const [one, two] = read.map(({ known }) => scopeOf(concepts, known));
  const whole = scopeOf(concepts, weighWords(concepts, clause).known);
  const [first, second, both] = [one, two, whole].map((scope) => scope?.skills[0]);
  const isTwo =
    one?.isOurs &&
    two?.isOurs &&
    first &&
    second &&
    both &&
    first.key !== second.key &&
    Math.min(first.score, second.score) >= LIMITS.half &&
    both.score < LIMITS.joined * (first.score + second.score);
  return isTwo ? read : null;
}

// What is said not to be wanted, to the end of the clause or to what is wanted instead.
const REFUSALS =
  /(?:pas besoin|pas envie|(?:veux|veut|voulons|souhaite|souhaitons|cherche|cherchons) pas|surtout pas|pas question|inutile|au lieu|plutot qu|ce n'est pas|c'est pas)\b[^.;,!?]*?(?=\b(?:mais|juste|seulement|uniquement|simplement|plutot|c'est)\b|[.;,!?]|$)/g;
// "Pas de X, seulement Y": without the second half, "pas de X" says what is missing, so what is wanted.
const RESTRICTED =
  /\bpas (?:de|d'|un|une|le|la|les|des)\b[^.;!?]*?(?=[, ](?:juste|seulement|uniquement|simplement|mais (?:juste|seulement|plutot)))/g;

function clausesOf(text: string): string[] {
  return text
    .replace(RESTRICTED, " , ")
    .replace(REFUSALS, " , ")
    .split(/[.;!?\n]+|\bet aussi\b|\bet puis\b|\bpar ailleurs\b|\bainsi que\b|\bet egalement\b|[ ][+][ ]/)
    .map((clause) => clause.trim())
    .filter(Boolean);
}

const FRENCH = new Set(
  "le la les un une des du de et est sont je nous on vous il elle ils notre nos mon ma mes pour pas plus que qui avec sur dans au aux ce cette ne se tout cherche besoin".split(
    " ",
  ),
);
const FOREIGN = new Set(
  "the and is are you your our we need with for have would like want please this that my can do it of to ich suche eine ein und der die das wir brauchen nicht mit fur ist sie bitte el los las una para necesito busco quiero mi con por que hola gracias il per sono cerco vorrei ik een het wij voor zoek niet met".split(
    " ",
  ),
);

function isForeign(words: string[]): boolean {
  const french = words.filter((word) => FRENCH.has(word)).length;
  const foreign = words.filter((word) => FOREIGN.has(word) && !FRENCH.has(word)).length;
  return foreign >= 2 && foreign > french;
}

/** The skills that a member's own words amount to, best first. */
export function recogniseOurs(concepts: Concepts, text: string): Evidence[] {
  const { known } = weighWords(concepts, respell(plain(text)));
  return concepts.recognise(known).filter(({ key }) => !key.startsWith(OTHER));
}

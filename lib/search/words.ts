import thesaurus from "./thesaurus.json" with { type: "json" };

/** A word of a text once read: what it is compared by, and as it was written. */
export interface Word {
  stem: string;
  raw: string;
}

/** Small words, courtesies, and the verbs in which any need is put: they tell nothing of what is needed. */
const SILENT = new Set(
  `a ai aie aient ainsi ait alors apres as assez au aucun aucune aujourd aupres aurait auraient aurions auprès autour autre autres aux avais avait
  avant avec avez aviez avoir avons ayant beaucoup bien bientot bonjour bonsoir bref c ca car ce ceci cela celle celles celui
  cent cependant certain certaine certains ces cet cette ceux chacun chacune chaque cher chere chers chez chose choses
  ci combien comme comment contre cordialement cout coute coutent coutera d dans de deja dehors demande demander depuis derriere
  des desormais deux devant devoir devrait devraient dire dit doit doivent donc donner dont du durant elle elles en encore enfin entre envie
  es est et etaient etait etant ete etes etions etre eu eux faire fais fait faites fasse faudra faudrait faut fera ferait feront font fois g
  genre gens grand grande gros grosse hein hello hui ici idee il ils j jamais je jour jours juste l la laisser le les
  leur leurs lors lorsqu lui m ma madame maintenant mais malgre me meme memes merci mes messieurs mettre met mettent mieux mis mise moi moins
  mon monsieur n ne ni non nos notamment notre nous nouveau nouveaux nouvel nouvelle nouvelles on ont or ou oui par parce parfois parmi part partout
  pas passer passe pendant personne petit petite petits petites peu peut peuvent peux plus plusieurs plutot point possible pour pourquoi pourra pourrait pourraient
  pouvez pouvoir prendre presque pres prix propose proposer puis puisque qu quand quasi que quel quelle quelles quelqu quels quelque quelques
  qui quoi rapide rapidement rdc recherche recherchons rien s sa salut sans sauf savoir se sera serait seront ses seul seule seulement si
  simple simplement soient soit sommes son sont souhait souhaite souhaiter souhaiterais souhaitons souvent suis sur surtout t ta tant
  te tel telle tellement tels temps tes toi ton toujours tous tout toute toutefois toutes tres trois trop trouve tu un une
  uns urgent urgence utile va vais valoir venir vers veut veulent veux vient viennent vis voici voila voir vos votre voudrais voudrait voudrions voulez voulons vouloir
  vous vrai vraiment vu y besoin besoins cherche cherchons chercher cherchent aimerais aimerait aimerions aimer aider aide aidez question questions solution solutions
  probleme problemes avoir arriver arrive arrivent arrivons vite propre ok etc euros euro eur ht ttc svp stp ans an mois semaine semaines annee annees heures matin soir midi
  nord calais artois region coin secteur environ local locale locaux alentours proximite cote société entreprise societe pme tpe sarl sas eurl monde chef patron patronne
  truc trucs machin bonne bon bons bonnes quoi haut bas loin actuellement actuel actuelle cas niveau facon fond type sorte mal mauvais mauvaise plait
  parler parle parlent parlons dire dis disent raconter impossible fils mot mots gerer gere gestion utiliser utilise utilisation mettez aussi puissions afin selon via dune dun quil jai cest nest sest lon`
    .split(/\s+/)
    .map(plain),
);

/** Lower case, no accents, plain apostrophes. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[’‘`´ʼ]/g, "'")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
}

const SPELLINGS: Record<string, string> = thesaurus.spellings;
const SHORT: Record<string, string> = thesaurus.short;
const SPELT = new RegExp(
  `(?<![a-z0-9])(?:${Object.keys(SPELLINGS)
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|")})(?![a-z0-9])`,
  "g",
);
const ELISIONS = /(?<![a-z])(?:qu|jusqu|lorsqu|puisqu|quelqu|[cdjlmnst])'/g;

/** One spelling for what is written in many: "wi-fi", "rdv", "mot de passe". `text` is plain. */
export function respell(text: string): string {
  return text
    .replace(SPELT, (found) => SPELLINGS[found] ?? found)
    .replace(/[a-z0-9]+/g, (word) => SHORT[word] ?? word)
    .replace(SPELT, (found) => SPELLINGS[found] ?? found);
}

/** The telling words of a respelt text, in order, by the name of their class. */
export function wordsOf(respelt: string): Word[] {
  const words: Word[] = [];
  for (const [raw] of respelt.replace(ELISIONS, "").matchAll(/[a-z0-9#+]+/g)) {
    if (SILENT.has(raw) || (raw.length < 2 && !/[0-9]/.test(raw)) || /^\d{1,4}$/.test(raw)) continue;
    words.push({ stem: classOf(raw), raw });
  }
  return words;
}

const ENDINGS = [
  /(?:atrices?|ateurs?|ations?|ateur)$/,
  /(?:ements?|ement)$/,
  /(?:issements?|issons|issez|issent|issait)$/,
  /(?:eraient|erions|erait|erons|eront|erez|erai|eras|era)$/,
  /(?:aient|ions|ons|ait|ais|ants?|ent)$/,
  /(?:euses?|eurs?)$/,
  /(?:ees?|es?|er|ez|e)$/,
];

/** Words that mean the same to a buyer count as one. */
export function classOf(raw: string): string {
  const stem = stemOf(raw);
  return CLASSES.get(stem) ?? stem;
}

const CLASSES = new Map(
  thesaurus.classes.flatMap((line) => {
    const stems = line.split(" ").map(stemOf);
    return stems.map((stem) => [stem, stems[0] ?? stem] as const);
  }),
);

/** A light French stem: plural, gender and the common endings of verbs. Short words keep theirs. */
function stemOf(word: string): string {
  if (/\d/.test(word) || word.length <= 3) return word;
  let stem = word
    .replace(/eaux$/, "eau")
    .replace(/(?<=..)aux$/, "al")
    .replace(/(?<=...)[sx]$/, "");
  for (const ending of ENDINGS) {
    const shorter = stem.replace(ending, "");
    if (shorter !== stem && shorter.length >= 4) {
      stem = shorter;
      break;
    }
  }
  return stem.replace(/(.)\1$/, "$1").replace(/(?<=....)i$/, "");
}

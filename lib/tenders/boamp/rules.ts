import { createHash } from "node:crypto";
import type { TenderProcedure } from "#lib/generated/prisma/enums";
import { cpvOf, isOfTheTrade } from "../cpv/rules.ts";
import { asList, collect, isObject, type Json, textAt, textOf } from "./tree/rules.ts";

/** What a notice says, as far as the club is concerned. */
export interface BoampFacts {
  key: string;
  kind: "initial" | "amendment" | "cancellation";
  /** The notices it follows, by their `idweb`. */
  related: string[];
  buyer: string;
  subject: string;
  reference: string | null;
  url: string;
  procedure: TenderProcedure;
  respondBefore: Date;
  departments: string[];
  city: string | null;
  lots: BoampLot[];
}

export interface BoampLot {
  number: number;
  title: string;
  cpvCodes: string[];
  estimatedCents: bigint | null;
}

export type BoampReading =
  /** Of another trade, or nothing that one could answer. */
  | { outcome: "left" }
  | { outcome: "wrong"; key: string; fingerprint: string; reason: string; raw: Json }
  /** Not of the trade by its own words: worth something only when it follows a notice that is. */
  | { outcome: "read"; facts: BoampFacts; isOfTrade: boolean; fingerprint: string; raw: Json };

/** Awards, intentions, changes of a contract under way: nothing to answer. */
const NOT_A_CALL = /ATTRIBUTION|RESULTAT|INFORMATION|INTENTION|EX.?ANTE|PERIODIQUE|CONTRAT/;

/** The thesaurus of the BOAMP, which is not the CPV: equipment, services, web, software, support, servers. */
const TRADE_DESCRIPTORS = new Set(["162", "163", "171", "186", "453", "454"]);

/** Where neither code nor descriptor says anything. */
const TRADE_WORDS =
  /informatique|logiciel|progiciel|num[ée]rique|site (inter|web)|c[âa]blage|wi-?fi|serveur|vid[ée]oprotection|t[ée]l[ée]phonie/i;

/** Reads one record, whatever it is. */
export function readRecord(record: unknown, now: Date): BoampReading {
  const raw = cleaned(record);
  if (!isObject(raw)) return wrong(raw, null, "Ce n’est pas un avis\u202f: l’enregistrement n’a pas de champs.");
  const key = textOf(raw.idweb)?.slice(0, 100) ?? null;
  if (!key) return wrong(raw, null, "L’avis n’a pas de numéro (idweb).");
  const donnees = contentOf(raw.donnees);
  if (donnees === undefined) return wrong(raw, key, "Le contenu de l’avis (donnees) est illisible.");
  const state = [raw.nature, raw.etat, raw.nature_categorise].flatMap(asList).join(" ").toUpperCase();
  const isCancelled = /ANNULATION/.test(state);
  if (!isCancelled && NOT_A_CALL.test(state)) return { outcome: "left" };
  const subject = textOf(raw.objet)?.slice(0, 500) ?? null;
  const codes = cpvCodesOf(donnees);
  const kind = isCancelled ? "cancellation" : /RECTIFICATIF|MODIFICATION/.test(state) ? "amendment" : "initial";
  const isOfTrade = isOurs(codes, raw, subject);
  const related = relatedTo(raw, key);
  // What follows a notice of ours often names no code: whether it does is known where notices are kept.
  if (!isOfTrade && (kind === "initial" || related.length === 0)) return { outcome: "left" };
  const buyer = textOf(raw.nomacheteur)?.slice(0, 200) ?? null;
  const lacks = (reason: string): BoampReading => (isOfTrade ? wrong(raw, key, reason) : { outcome: "left" });
  if (!subject) return lacks("L’avis ne dit pas l’objet du marché.");
  if (!buyer) return lacks("L’avis ne nomme pas l’acheteur.");
  const respondBefore = new Date(textOf(raw.datelimitereponse) ?? Number.NaN);
  if (Number.isNaN(respondBefore.getTime()) && !isCancelled) {
    return lacks("La date limite de réponse manque, ou n’est pas une date.");
  }
  // Too late to be answered; what is cancelled needs no date.
  if (respondBefore <= now && !isCancelled) return { outcome: "left" };
  const facts: BoampFacts = {
    key,
    kind,
    related,
    buyer,
    subject,
    reference: referenceOf(donnees),
    url: urlOf(raw, key),
    procedure: procedureOf(raw),
    respondBefore,
    departments: asList(raw.code_departement)
      .filter((code) => /^[0-9AB]{2,3}$/.test(code))
      .slice(0, 5),
    city: textAt(donnees, ["ville", "VILLE", "cbc:CityName"])?.slice(0, 100) ?? null,
    lots: lotsOf(donnees, subject, codes),
  };
  return { outcome: "read", facts, isOfTrade, fingerprint: fingerprintOf(facts), raw };
}

function wrong(raw: Json, key: string | null, reason: string): BoampReading {
  const fingerprint = fingerprintOf(raw);
  return { outcome: "wrong", key: key ?? `sans-numero-${fingerprint.slice(0, 16)}`, fingerprint, reason, raw };
}

/** What PostgreSQL keeps: no NUL, no half of a character. */
function cleaned(record: unknown): Json {
  const text = JSON.stringify(record ?? null, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value,
  );
  return JSON.parse(text) as Json;
}

/** The notice itself, a text of JSON within the record: null when there is none, undefined when unreadable. */
function contentOf(donnees: Json | undefined): Json | undefined {
  if (donnees === undefined || donnees === null || donnees === "") return null;
  if (typeof donnees !== "string") return donnees;
  try {
    return cleaned(JSON.parse(donnees));
  } catch {
    return undefined;
  }
}

function isOurs(codes: string[], raw: Record<string, Json>, subject: string | null): boolean {
  if (codes.some(isOfTheTrade)) return true;
  const descriptors = [raw.descripteur_code, raw.dc].flatMap(asList);
  if (descriptors.some((code) => TRADE_DESCRIPTORS.has(code))) return true;
  return codes.length === 0 && descriptors.length === 0 && TRADE_WORDS.test(subject ?? "");
}

/** Where the two schemas (national, eForms) and the former one write CPV codes. */
const CPV_KEYS = /cpv|^class(Principale|Supplementaire)$|ItemClassificationCode/i;

function cpvCodesOf(tree: Json): string[] {
  const texts = collect(tree, (key) => CPV_KEYS.test(key)).flatMap(everyText);
  return [...new Set(texts.flatMap((text) => cpvOf(text) ?? []))].slice(0, 12);
}

function everyText(tree: Json): string[] {
  if (typeof tree === "string" || typeof tree === "number") return [String(tree)];
  if (Array.isArray(tree)) return tree.flatMap(everyText);
  return isObject(tree) ? Object.values(tree).flatMap(everyText) : [];
}

function lotsOf(donnees: Json, subject: string, codes: string[]): BoampLot[] {
  const found = collect(donnees, (key) => /^(lot|cac:ProcurementProjectLot)$/i.test(key))
    .flatMap((lots) => (Array.isArray(lots) ? lots : [lots]))
    .filter(isObject)
    .slice(0, 200);
  if (found.length === 0) return [{ number: 1, title: subject.slice(0, 300), cpvCodes: codes, estimatedCents: null }];
  const taken = new Set<number>();
  return found.map((lot, index) => {
    const said = Number(/\d+/.exec(textAt(lot, ["numLot", "NUM", "NUMERO", "cbc:ID"]) ?? "")?.[0]);
    let number = said >= 1 && said <= 200 && !taken.has(said) ? said : index + 1;
    while (taken.has(number)) number = (number % 200) + 1;
    taken.add(number);
    const title = textAt(lot, ["intitule", "INTITULE", "cbc:Name", "description", "DESCRIPTION"])?.slice(0, 300);
    return { number, title: title ?? `Lot ${number}`, cpvCodes: cpvCodesOf(lot), estimatedCents: amountOf(lot) };
  });
}

/** Only an amount that the notice says to be the estimate, in euros: none is ever guessed. */
function amountOf(lot: Json): bigint | null {
  const [amount] = collect(lot, (key) => /^(montant|cbc:EstimatedOverallContractAmount)$/.test(key));
  if (isObject(amount) && amount["@currencyID"] !== undefined && amount["@currencyID"] !== "EUR") return null;
  const euros = Number(textOf(amount)?.replace(",", "."));
  return euros > 0 && euros < 1e10 ? BigInt(Math.round(euros * 100)) : null;
}

function referenceOf(donnees: Json): string | null {
  const [internal] = collect(donnees, (key) => /^(identifiantInterne|REF_INTERNE)$/.test(key));
  const [named] = collect(donnees, (key) => key === "cbc:ID").filter(
    (id) => isObject(id) && id["@schemeName"] === "InternalID",
  );
  return textOf(internal ?? named)?.slice(0, 100) ?? null;
}

function urlOf(raw: Record<string, Json>, key: string): string {
  const given = textOf(raw.url_avis);
  const isWeb = given && /^https?:[/][/]/.test(given) && URL.canParse(given) && given.length <= 500;
  return isWeb ? given : `https://www.boamp.fr/pages/avis/?q=idweb:${encodeURIComponent(key)}`;
}

function procedureOf(raw: Record<string, Json>): TenderProcedure {
  const said = [raw.type_procedure, raw.procedure_categorise].flatMap(asList).join(" ").toUpperCase();
  if (said.includes("ADAPT")) return "adapted";
  if (said.includes("OUVERT")) return "open";
  if (said.includes("RESTREINT")) return "restricted";
  return said.includes("NEGOCI") ? "negotiated" : "other";
}

function relatedTo(raw: Record<string, Json>, key: string): string[] {
  const texts = [raw.annonce_lie, raw.annonces_anterieures].flatMap((value) => everyText(value ?? null));
  const ids = texts.flatMap((text) => text.match(/\b\d{2}-\d{1,8}\b/g) ?? []);
  return [...new Set(ids)].filter((id) => id !== key).slice(0, 20);
}

function fingerprintOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, each: unknown) => (typeof each === "bigint" ? String(each) : each));
  return createHash("sha256").update(text).digest("hex");
}

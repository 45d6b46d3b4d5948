/** Small rules of French typography and grammar, said once. */

const numbers = new Intl.NumberFormat("fr-FR");
const roundEuros = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
const exactEuros = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });
const lists = new Intl.ListFormat("fr-FR", { type: "conjunction" });

/** "1 200": thousands apart by a narrow no-break space. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** From cents: "1 200 €", "12,50 €". */
export function formatEuros(cents: number): string {
  return (cents % 100 === 0 ? roundEuros : exactEuros).format(cents / 100);
}

/**
 * Cents, from an amount as the French type it: "1 200,50", "150", "12.5 €". Null when it is none: no
 * more than two decimals, no sign, no thousands set apart by a point, which could be decimals, and no more
 * than `digits` before the comma.
 */
export function parseEuros(typed: string, digits = 7): number | null {
  const [, euros, cents = ""] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(typed.replace(/[\s\u00a0\u202f€]/g, "")) ?? [];
  return euros === undefined || euros.length > digits ? null : Number(euros) * 100 + Number(cents.padEnd(2, "0"));
}

/** "1200,50": an amount for a field, or for a French spreadsheet. */
export function typedEuros(cents: number): string {
  const whole = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${whole.slice(0, -2)},${whole.slice(-2)}`;
}

/** "0 adhérent", "1 adhérent", "7 adhérents": in French the plural begins at two. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)}\u00a0${plural(value, one, many)}`;
}

/** The words that agree with a number shown apart: "adhérent" for 0 and 1, "adhérents" from two on. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return value >= 2 ? many : one;
}

/** "de Lens", "d’Arras", "d’Hénin-Beaumont": what belongs to a name, or begins there. */
export function of(name: string): string {
  return /^[aeiouyh\u0153\u00e6]/i.test(name.normalize("NFD")) ? `d’${name}` : `de ${name}`;
}

/** "Arras, Béthune et Lens". */
export function formatList(items: string[]): string {
  return lists.format(items);
}

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

/** "0 adhérent", "1 adhérent", "7 adhérents": in French the plural begins at two. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)}\u00a0${value >= 2 ? plural : singular}`;
}

/** "Arras, Béthune et Lens". */
export function formatList(items: string[]): string {
  return lists.format(items);
}

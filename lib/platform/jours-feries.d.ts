/** The library comes without types. Its dates are midnights in the zone of the process. */
declare module "@socialgouv/jours-feries" {
  export default function joursFeries(year: number, options?: { alsace?: boolean }): Record<string, Date>;
}

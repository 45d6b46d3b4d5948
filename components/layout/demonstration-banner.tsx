/** Said on every page as long as the data are invented: nobody must take them for the club's own. */
export function DemonstrationBanner() {
  return (
    <aside className="demonstration" aria-label="Avertissement">
      <p className="sheet">
        <strong>Données de démonstration</strong>
        <span> : presque tout est inventé.</span>
      </p>
    </aside>
  );
}

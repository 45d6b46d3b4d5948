type Props = { href: string; label: string; isSubscription?: boolean };

/** A calendar link and the sentence that says what to do with it. */
export function CalendarHelp({ href, label, isSubscription = true }: Props) {
  return (
    <p>
      <a href={href}>{label}</a>
      <br />
      <span className="text-sm text-ardoise">
        {isSubscription
          ? "Copiez l’adresse de ce lien dans votre agenda (« S’abonner », « À partir de l’URL ») : les dates s’y mettront à jour."
          : "Ouvrez ce fichier : votre agenda proposera d’ajouter la date."}
      </span>
    </p>
  );
}

/** What is agreed on joining, in the words of its choices. */
export const GIVEN_CHOICES = [
  { value: "stays", label: "Ils restent au groupement\u202f: la réponse peut continuer sans nous." },
  { value: "goes", label: "Ils partent avec nous\u202f: leurs fichiers sont effacés le jour même." },
];

export const SHOWS_AMOUNT = {
  value: "on",
  label:
    "Nous acceptons que les adhérents lisent le montant gagné. Il n’est montré que si tous les membres l’acceptent.",
};

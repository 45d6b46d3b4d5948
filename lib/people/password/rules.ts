import { fold } from "#lib/platform/slug";

export const PASSWORD_LEAST = 12;

/** Whose password it is: what others know of them makes a poor one. */
export interface Owner {
  email: string;
  firstName: string;
  lastName: string;
}

/**
 * What is wrong with a password, as a sentence that says what to do; null when it will do.
 *
 * Length rather than kinds of characters (ANSSI, recommandations relatives à l'authentification, 2021):
 * twelve letters are worth 56 bits, where CNIL's 2022-100 wants 50 when attempts are restricted. Digits
 * alone would not be, nor words that everybody tries first.
 */
export function passwordProblem(password: string, owner: Owner, common: Set<string>): string | null {
  if ([...password].length < PASSWORD_LEAST)
    return `Choisissez au moins ${PASSWORD_LEAST} caractères\u202f: une phrase courte convient très bien.`;
  if (/^[\d\s.-]+$/.test(password)) return "Ajoutez des lettres\u202f: des chiffres seuls se devinent trop vite.";
  const plain = fold(password);
  if (new Set(plain).size < 5) return "Variez les caractères\u202f: les mêmes reviennent trop souvent.";
  const kernel = plain.replace(/^[^a-z]+|[^a-z]+$/g, "");
  if ([plain, kernel, plain.replace(/[^a-z]/g, "")].some((form) => common.has(form))) {
    return "Ce mot de passe est l’un des premiers essayés par ceux qui en cherchent. Choisissez-en un autre.";
  }
  const about = [
    owner.firstName,
    owner.lastName,
    owner.email.split("@")[0] ?? "",
    owner.email.replace(/^.*@/, "").split(".")[0] ?? "",
  ];
  const rest = about
    .map((word) => fold(word))
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ""), plain);
  if (rest.replace(/[^a-z]/g, "").length < 6 && rest !== plain) {
    return "Votre nom ou votre adresse n’est un secret pour personne. Choisissez autre chose.";
  }
  return null;
}

/** The largest CV that is kept; a constraint says the same. */
export const MOST_CV_BYTES = 5 * 1024 * 1024;

/** Why a file is not kept as a CV, and what to do about it. */
export const CV_REFUSALS = {
  cv_missing: "Choisissez votre CV, un fichier PDF.",
  cv_too_large: "Ce fichier dépasse 5\u00a0Mo\u202f: enregistrez votre CV en PDF plus léger, deux pages suffisent.",
  cv_name: "Le nom de ce fichier n’est pas un simple nom\u202f: renommez-le, par exemple cv.pdf.",
  cv_not_pdf:
    "Ce fichier n’est pas un PDF, quel que soit son nom. Depuis votre traitement de texte, choisissez «\u202fEnregistrer en PDF\u202f».",
  cv_damaged: "Ce PDF est abîmé ou incomplet\u202f: enregistrez-le de nouveau avant de l’envoyer.",
  cv_locked: "Ce PDF est protégé par un mot de passe\u202f: enregistrez-le sans protection.",
  cv_active:
    "Ce PDF contient autre chose que des pages\u202f: du code, un programme à lancer ou un fichier joint. Imprimez-le en PDF, puis envoyez cette copie.",
  cv_bomb: "Ce PDF se déplie en bien plus qu’un CV\u202f: enregistrez-le de nouveau, avec des images plus petites.",
  cv_too_often: "Vous avez envoyé beaucoup de fichiers en une heure. Réessayez un peu plus tard.",
} as const;

export type CvRefusal = keyof typeof CV_REFUSALS;

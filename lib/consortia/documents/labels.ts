/** What a refused deposit says on the page it leads back to, by its code. */
export const DEPOSIT_REFUSALS: Record<string, string> = {
  file_too_large: "Ce fichier est trop lourd\u202f: 25 Mo au plus. Rien n’a été gardé.",
  upload_cut: "L’envoi s’est interrompu\u202f: rien n’a été gardé, recommencez.",
  no_file: "Choisissez un fichier, qui ne soit pas vide.",
  invalid: "Nommez ce document\u202f: rien n’a été gardé.",
  not_found: "Ce document n’est plus là, ou n’est pas à remplacer par vous.",
  consortium_document_version_in_turn:
    "Quelqu’un a déposé une autre version entre-temps\u202f: la vôtre n’a pas été gardée. Lisez la dernière ci-dessous, puis remplacez-la.",
  consortium_is_frozen: "La réponse est déposée\u202f: ses documents ne changent plus.",
};

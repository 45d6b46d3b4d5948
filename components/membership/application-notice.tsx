import { paths } from "#lib/platform/paths";

type Props = { clubName: string; contactEmail: string | null };

/** What article 13 of the RGPD wants to be said where the data are asked for. */
export function ApplicationNotice({ clubName, contactEmail }: Props) {
  return (
    <div className="notice notice-info mb-6">
      <p className="notice-title">Ce que deviennent ces données</p>
      <div className="prose">
        <p>
          L’association {clubName} en est responsable. Elles servent à examiner votre demande d’adhésion, puis, si elle
          est acceptée, à tenir votre fiche et à ouvrir vos accès. Seul le comité directeur les lit, motivation
          comprise.
        </p>
        <p>
          Sans confirmation de votre adresse, elles sont effacées au bout de sept jours ; retirées, au bout de trente
          jours ; refusées, au bout de six mois. Acceptée, la demande est effacée un an après, et les données de votre
          structure vivent le temps de l’adhésion.
        </p>
        <p>
          Vous pouvez les consulter, les corriger ou tout retirer par le lien que nous vous envoyons, et nous écrire
          {contactEmail ? ` à ${contactEmail}` : ""}.{" "}
          <a href={paths.privacy}>Vos droits, la CNIL, les autres traitements</a>
        </p>
      </div>
    </div>
  );
}

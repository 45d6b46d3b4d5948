import { CommissionLabel } from "#components/ui/commission-label";
import { DefinitionList } from "#components/ui/definition-list";
import { Paragraphs } from "#components/ui/paragraphs";
import { TagList } from "#components/ui/tag-list";
import { KIND_LABELS } from "#lib/structures/labels";

type Props = {
  application: {
    legalName: string;
    tradeName: string | null;
    kind: keyof typeof KIND_LABELS;
    siret: string | null;
    address: string | null;
    postalCode: string;
    city: string;
    website: string | null;
    phone: string | null;
    description: string;
    motivation: string;
    ownSkills: string[];
    skills: { label: string }[];
    commissions: { slug: string; name: string }[];
    people: { firstName: string; lastName: string; email: string; function: string }[];
  };
};

/** All that was said in the form, for whoever wrote it and for the board. */
export function ApplicationFacts({ application }: Props) {
  const { kind, siret, address, postalCode, city, website, people, skills, ownSkills, commissions } = application;
  return (
    <DefinitionList
      items={[
        { term: "Nom légal", value: application.legalName },
        { term: "Nom d’usage", value: application.tradeName },
        { term: "Type", value: KIND_LABELS[kind] },
        { term: "SIRET", value: siret ? siret.replace(/^(\d{3})(\d{3})(\d{3})/, "$1 $2 $3 ") : "non donné" },
        { term: "Adresse", value: [address, `${postalCode} ${city}`].filter(Boolean).join(", ") },
        {
          term: "Site web",
          value: website && (
            <a href={website} rel="noopener noreferrer nofollow">
              {website}
            </a>
          ),
        },
        { term: "Téléphone", value: application.phone },
        { term: "Ce qu’elle fait", value: <Paragraphs text={application.description} /> },
        {
          term: "Personnes",
          value: (
            <ol>
              {people.map((person, index) => (
                <li key={person.email}>
                  {person.firstName} {person.lastName}, {person.function}
                  {index === 0 && " (référente)"}
                  <br />
                  <a href={`mailto:${person.email}`}>{person.email}</a>
                </li>
              ))}
            </ol>
          ),
        },
        {
          term: "Compétences",
          value:
            skills.length + ownSkills.length > 0 ? (
              <TagList tags={[...skills.map(({ label }) => ({ label })), ...ownSkills.map((label) => ({ label }))]} />
            ) : null,
        },
        {
          term: "Commissions voulues",
          value: (
            <ul>
              {commissions.map(({ slug, name }) => (
                <li key={slug}>
                  <CommissionLabel slug={slug} name={name} />
                </li>
              ))}
            </ul>
          ),
        },
        { term: "Ce qu’elle attend du club", value: <Paragraphs text={application.motivation} /> },
      ]}
    />
  );
}

import { DefinitionList } from "#components/ui/definition-list";
import { paths } from "#lib/platform/paths";
import { placeInWords } from "#lib/structures/labels";
import type { MemberView } from "#lib/structures/queries";
import { ProtectedEmail } from "./protected-email.tsx";

type ContactFacts = Pick<
  MemberView,
  "slug" | "website" | "email" | "phone" | "address" | "city" | "postalCode" | "people"
>;

/** How to reach a member, as far as it told. */
export function MemberContact({ member }: { member: ContactFacts }) {
  const { slug, website, email, phone, address, city, postalCode, people } = member;
  const isKnown = website || email || phone || address;
  return (
    <>
      <DefinitionList
        items={[
          { term: "Téléphone", value: phone && <a href={`tel:${internationalNumber(phone)}`}>{phone}</a> },
          { term: "Adresse e-mail", value: email && <ProtectedEmail address={email} /> },
          {
            term: "Site",
            value: website && (
              <a href={paths.memberSite(slug)} rel="nofollow">
                {hostOf(website)}
              </a>
            ),
          },
          {
            term: "Adresse",
            value: [address, [postalCode, placeInWords(city)].filter(Boolean).join(" ")].filter(Boolean).join(", "),
          },
          {
            term: people.length > 1 ? "Interlocuteurs" : "Interlocuteur",
            value: people.length > 0 && <Names people={people} />,
          },
        ]}
      />
      {!isKnown && <p className="mt-4">Cette structure n’a pas encore publié ses coordonnées.</p>}
      <p className="mt-4">
        <a href={paths.memberCard(slug)}>Ajouter à mes contacts (fichier .vcf)</a>
      </p>
    </>
  );
}

function Names({ people }: Pick<ContactFacts, "people">) {
  return (
    <ul>
      {people.map(({ name, position }) => (
        <li key={name}>{position ? `${name}, ${position}` : name}</li>
      ))}
    </ul>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url;
}

/** "03 53 01 00 00" → "+33353010000": what a telephone abroad understands too. */
function internationalNumber(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, "");
  return digits.startsWith("0") ? `+33${digits.slice(1)}` : digits;
}

import type { ProspectState, StructureKind } from "#lib/generated/prisma/enums";
import { addDays, columnOfDay, type Day } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { findCommune } from "#lib/territory/communes";
import { drawn, idOf } from "./identity.ts";
import { personId } from "./people.ts";

/** Companies that have the profile, every one of them invented: name, kind, trade, commune. */
const LISTED: [name: string, kind: StructureKind | null, activity: string, commune: string][] = [
  ["Artois Bureautique Services", "reseller", "Copieurs et bureautique", "arras"],
  ["Scarpe Câblage", "reseller", "Câblage et baies", "saint-laurent-blangy"],
  ["Les Postes du Faubourg", "reseller", "Vente et dépannage d’ordinateurs", "achicourt"],
  ["Ronville Télécom", "service", "Téléphonie d’entreprise", "arras"],
  ["Hauts Murs Sécurité", "service", "Contrôle d’accès et vidéo", "dainville"],
  ["Petit Clavier", "service", "Dépannage à domicile", "beaurains"],
  ["Cœur de Ville Digital", "agency", "Réseaux sociaux de commerces", "arras"],
  ["Place des Héros Interactive", "agency", "Sites de tourisme", "arras"],
  ["Craie & Fusain", "agency", "Identité visuelle", "anzin-saint-aubin"],
  ["Logiciels du Ternois", "editor", "Gestion des exploitations agricoles", "aubigny-en-artois"],
  ["Moisson Logicielle", "editor", "Coopératives et négoce", "bapaume"],
  ["Sillon Connecté", "service", "Objets connectés agricoles", "bapaume"],
  ["Vimy Données", "service", "Décisionnel", "vimy"],
  ["Atelier du Gué", "agency", "Photo et vidéo", "maroeuil"],
  ["Formation Rive Gauche", "school", "Bureautique et langues", "arras"],
  ["Comptoir Réseau Béthunois", "reseller", "Matériel et réseaux", "bethune"],
  ["Beffroi Informatique", "service", "Infogérance de petites entreprises", "bethune"],
  ["Charlotte et Compagnie", "agency", "Boutiques en ligne", "bethune"],
  ["Gravité Zéro Studio", "agency", "Réalité virtuelle et 3D", "bethune"],
  ["Quai Numérique", "service", "Développement sur mesure", "beuvry"],
  ["Bruay Maintenance Systèmes", "service", "Maintenance de parcs", "bruay-la-buissiere"],
  ["Cité 9 Solutions", "service", "Applications métier", "bruay-la-buissiere"],
  ["Pas-de-Calais Caisses", "reseller", "Caisses enregistreuses", "noeux-les-mines"],
  ["Loisinord Multimédia", "agency", "Affichage dynamique", "noeux-les-mines"],
  ["Lillers Connect", "reseller", "Internet et Wi-Fi", "lillers"],
  ["Isbergues Automation", "editor", "Supervision industrielle", "isbergues"],
  ["Acier Logique", "service", "Informatique industrielle", "isbergues"],
  ["Verquin Web Services", "agency", "Sites vitrines", "verquin"],
  ["Auchel Formation Numérique", "school", "Remise à niveau numérique", "auchel"],
  ["Barlin Bureautique", "reseller", "Bureautique", "barlin"],
  ["Labourse Logistique IT", "service", "Déploiement de postes", "labourse"],
  ["Douves & Données", "service", "Hébergement et sauvegarde", "douai"],
  ["Gayant Numérique", "agency", "Sites et applications", "douai"],
  ["Scarpe Inférieure Logiciels", "editor", "Logiciels pour collectivités", "douai"],
  ["Polygone Informatique", "reseller", "Serveurs et stockage", "douai"],
  ["École du Code de la Scarpe", "school", "Développement web", "douai"],
  ["Cour d’Appel Secrétariat", "service", "Dématérialisation", "douai"],
  ["Sin Réseaux", "reseller", "Réseaux et téléphonie", "sin-le-noble"],
  ["Cuincy Embarqué", "service", "Électronique embarquée", "cuincy"],
  ["Lambres Tech", "service", "Robots et automates", "lambres-lez-douai"],
  ["Waziers Web", "agency", "Sites d’associations", "waziers"],
  ["Verrerie Créative", "agency", "Packaging et web", "aniche"],
  ["Somain Systèmes", "service", "Infogérance", "somain"],
  ["Aiguillage Logiciel", "editor", "Transport et flotte", "somain"],
  ["Marchiennes Médias", "agency", "Communication d’offices de tourisme", "marchiennes"],
  ["Fosse 12 Informatique", "reseller", "Vente et réparation", "lens"],
  ["Bollaert Digital", "agency", "Communication sportive", "lens"],
  ["Chevalement Logiciels", "editor", "Logiciel d’état des lieux", "lens"],
  ["Galibot Conseil", "service", "Conseil et choix de logiciels", "lens"],
  ["Verre & Pixel", "agency", "Médiation de musées", "lens"],
  ["Cyber Coron", "service", "Audits de sécurité", "lievin"],
  ["Liévin Télésurveillance", "service", "Alarme et vidéo", "lievin"],
  ["Riaumont Apprentissage", "school", "Alternance numérique", "lievin"],
  ["Deux Terrils Impression", "agency", "Imprimerie et web", "loos-en-gohelle"],
  ["Avion Réparation Mobile", "reseller", "Téléphones et tablettes", "avion"],
  ["Harnes Data Services", "service", "Saisie et qualité de données", "harnes"],
  ["Carvin Gestion Plus", "service", "Intégration de paie", "carvin"],
  ["Delta 3 Logistique Logicielle", "editor", "Gestion d’entrepôt", "dourges"],
  ["Hénin Interfaces", "service", "Interfaces et EDI", "henin-beaumont"],
  ["Noyelles Commerce Connecté", "reseller", "Caisse et encaissement", "noyelles-godault"],
  ["Oignies 9-9 Sonore", "agency", "Son et vidéo", "oignies"],
  ["Libercourt Logiciel Libre", null, "Migration vers le logiciel libre", "libercourt"],
];

const HISTORY: Record<string, { state: ProspectState; note: string; daysAgo: number }[]> = {
  "Beffroi Informatique": [
    { state: "contacted", note: "Appel, à rappeler après le salon.", daysAgo: 40 },
    { state: "interested", note: "Veut venir à une réunion avant de se décider.", daysAgo: 12 },
  ],
  "Cyber Coron": [
    { state: "contacted", note: "Croisés à la journée de la cybersécurité.", daysAgo: 30 },
    { state: "interested", note: "Demande ce que coûte l’adhésion.", daysAgo: 9 },
  ],
  "Gayant Numérique": [{ state: "contacted", note: "Message laissé au standard.", daysAgo: 6 }],
  "Polygone Informatique": [{ state: "contacted", note: "Déjeuner prévu en décembre.", daysAgo: 15 }],
  "Chevalement Logiciels": [{ state: "interested", note: "Cherche des revendeurs dans le Douaisis.", daysAgo: 21 }],
  "Carvin Gestion Plus": [{ state: "contacted", note: "Nous connaît par un client commun.", daysAgo: 33 }],
  "Bollaert Digital": [
    { state: "contacted", note: "Premier échange par téléphone.", daysAgo: 60 },
    { state: "not_interested", note: "Rachetée par un groupe lillois, plus de décision sur place.", daysAgo: 45 },
  ],
  "Petit Clavier": [{ state: "not_interested", note: "Part à la retraite au printemps.", daysAgo: 18 }],
  "Moisson Logicielle": [{ state: "contacted", note: "Intéressée par les stages surtout.", daysAgo: 4 }],
};

/** Who of the cast knows whom. */
const KNOWN: Record<string, string[]> = {
  "membre@demo.example": ["Beffroi Informatique", "Quai Numérique", "Cité 9 Solutions"],
  "collegue@demo.example": ["Beffroi Informatique", "Lillers Connect"],
  "rivale@demo.example": ["Gayant Numérique", "Douves & Données"],
  "responsable@demo.example": ["Cyber Coron", "Fosse 12 Informatique", "Scarpe Câblage"],
  "presidence@demo.example": ["Chevalement Logiciels", "Polygone Informatique"],
};

const prospectId = (name: string) => idOf("prospect", name);

/** Loads the private list of eligible companies, with what the board and the members noted. */
export async function loadProspects(tx: Tx, today: Day): Promise<void> {
  await tx.prospect.createMany({
    data: LISTED.map(([name, kind, activity, slug]) => {
      const commune = findCommune(slug);
      if (!commune) throw new Error(`${name} lies in an unknown commune: ${slug}`);
      const site = slugify(name);
      const number = String(drawn(name, 10_000)).padStart(4, "0");
      return {
        id: prospectId(name),
        name,
        kind,
        activity,
        city: commune.name,
        citySlug: commune.slug,
        postalCode: commune.postalCodes[0] ?? null,
        website: drawn(site, 3) > 0 ? `https://www.${site}.example` : null,
        phone: `03 53 01 ${number.slice(0, 2)} ${number.slice(2)}`,
        addedAt: columnOfDay(addDays(today, -90)),
      };
    }),
  });
  const entries = Object.entries(HISTORY).flatMap(([name, lines]) => lines.map((line) => ({ name, ...line })));
  await tx.prospectEntry.createMany({
    data: entries
      .sort((a, b) => b.daysAgo - a.daysAgo)
      .map(({ name, state, note, daysAgo }) => ({
        prospectId: prospectId(name),
        state,
        note,
        writtenAt: columnOfDay(addDays(today, -daysAgo)),
        authorId: personId(daysAgo % 2 ? "presidence@demo.example" : "tresorerie@demo.example"),
      })),
  });
  await tx.prospectAcquaintance.createMany({
    data: Object.entries(KNOWN).flatMap(([email, names]) =>
      names.map((name) => ({
        prospectId: prospectId(name),
        personId: personId(email),
        since: columnOfDay(addDays(today, -20)),
      })),
    ),
  });
}

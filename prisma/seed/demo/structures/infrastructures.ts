import type { InventedStructure } from "./shape.ts";

export const INFRASTRUCTURES: InventedStructure[] = [
  {
    name: "Terril Réseaux",
    kind: "reseller",
    commune: "lens",
    commissions: ["infrastructures-reseaux"],
    joinedDaysAgo: 420,
    skills: [
      "cablage-reseau-et-baies-de-brassage",
      "wi-fi-professionnel",
      "reseau-local-et-commutateurs",
      "acces-internet-et-fibre-professionnelle",
      "telephonie-d-entreprise",
      "sauvegarde-et-restauration",
    ],
    description:
      "Nous câblons, relions et couvrons en Wi-Fi les ateliers, les entrepôts et les bureaux du bassin minier. Une équipe de sept personnes, dont quatre techniciens sur la route, mesure avant de poser et remet un plan à jour à la fin de chaque chantier. Nous reprenons aussi les réseaux montés au fil des ans, ceux où plus personne ne sait quel câble va où.\n\nCuivre, radio ou fibre optique\u202f: la mesure décide, et nous la montrons.",
    references: [
      { customer: "Un entrepôt de 6 000 m²", work: "Couverture Wi-Fi et câblage de trois baies", year: 2025 },
      { customer: "Une mairie de 4 000 habitants", work: "Téléphonie sur IP de cinq bâtiments", year: 2024 },
    ],
    contact: { firstName: "Grégory", lastName: "Leclercq", position: "Gérant" },
  },
  {
    name: "Scarpe Informatique",
    kind: "service",
    commune: "arras",
    commissions: ["infrastructures-reseaux", "gestion"],
    joinedDaysAgo: 610,
    skills: [
      "infogerance-et-maintenance-du-parc",
      "assistance-aux-utilisateurs",
      "sauvegarde-et-restauration",
      "microsoft-365-et-suites-collaboratives",
      "messagerie-professionnelle-et-anti-spam",
      "teletravail-et-acces-a-distance",
    ],
    description:
      "Scarpe Informatique tient le parc d’une cinquantaine de petites entreprises et de cabinets de l’Arrageois. On nous appelle, quelqu’un décroche\u202f: c’est la règle de la maison depuis 2009. Nous suivons les postes, les sauvegardes et les comptes, nous prévenons avant la panne quand c’est possible, et nous expliquons ce que nous faisons. Neuf personnes, toutes à Arras.\n\nUne fois par an, nous passons une demi-journée chez chaque client pour trier avec lui ce qui doit être remplacé et ce qui peut encore servir.",
    references: [
      {
        customer: "Un cabinet d’expertise comptable de 22 postes",
        work: "Infogérance et passage à une messagerie hébergée",
        year: 2025,
      },
    ],
    contact: { firstName: "Valérie", lastName: "Dhaine", position: "Directrice" },
  },
  {
    name: "Cuirasse Cyber",
    kind: "service",
    commune: "douai",
    commissions: ["infrastructures-reseaux", "education"],
    joinedDaysAgo: 210,
    skills: [
      "audit-de-cybersecurite-et-tests-d-intrusion",
      "reponse-a-incident-et-rancongiciel",
      "pare-feu-et-securite-du-reseau",
      "protection-des-postes",
      "conformite-cyber-et-nis-2",
      "gestion-des-identites-et-des-mots-de-passe",
      "sensibilisation-a-la-cybersecurite",
    ],
    description:
      "Nous aidons les petites structures à savoir où elles en sont, puis à se protéger dans l’ordre. Diagnostic en deux jours, plan d’action chiffré, accompagnement au rythme du client. Quand l’attaque a déjà eu lieu, nous intervenons sur place, isolons, conservons les traces et aidons à repartir. Cinq consultants, un laboratoire à Douai, aucune vente de matériel. Nous formons aussi, sur des cas vécus, les équipes qui auront à tenir dans la durée.",
    references: [
      {
        customer: "Un sous-traitant industriel de 40 salariés",
        work: "Remise en route après un rançongiciel",
        year: 2025,
      },
      { customer: "Un syndicat intercommunal", work: "Audit et plan d’action sur trois ans", year: 2024 },
    ],
    contact: { firstName: "Mehdi", lastName: "Kaddour", position: "Associé" },
  },
  {
    name: "Lys Sauvegarde",
    kind: "service",
    commune: "bethune",
    commissions: ["infrastructures-reseaux"],
    joinedDaysAgo: 95,
    skills: [
      "sauvegarde-et-restauration",
      "plan-de-reprise-et-de-continuite-d-activite",
      "cloud-et-hebergement-manage",
      "recuperation-de-donnees-perdues",
      "stockage-et-partage-de-fichiers",
    ],
    ownSkill: "Essais de restauration trimestriels",
    description:
      "Une copie que l’on n’a jamais restaurée n’est pas une sauvegarde. Lys Sauvegarde copie les données des entreprises de Béthune et des environs dans deux lieux distincts, et refait chaque trimestre l’essai de les remettre en service, avec un compte rendu d’une page. Nous récupérons aussi les données de disques abîmés, quand elles peuvent l’être.\n\nNos contrats tiennent sur deux pages et se résilient au mois, parce que rien n’oblige à garder quelqu’un qui ne rend pas service.",
    references: [
      { customer: "Une clinique vétérinaire", work: "Sauvegarde de l’imagerie et plan de reprise", year: 2025 },
    ],
    contact: { firstName: "Cécile", lastName: "Bouquillon", position: "Fondatrice" },
  },
  {
    name: "Comptoir du Poste",
    kind: "reseller",
    commune: "henin-beaumont",
    commissions: ["infrastructures-reseaux"],
    joinedDaysAgo: 330,
    skills: [
      "vente-et-installation-d-ordinateurs",
      "depannage-et-reparation-informatique",
      "reconditionne-et-recyclage-deee",
      "impression-et-copieurs",
      "parc-mobile-et-tablettes",
    ],
    description:
      "Un magasin et un atelier à Hénin-Beaumont\u202f: nous vendons, réparons et reconditionnons les ordinateurs des artisans, des écoles et des associations. Les machines en fin de bail sont effacées, testées et revendues avec une garantie d’un an. Nous louons aussi des postes pour les renforts et les formations.\n\nL’atelier annonce un prix avant d’ouvrir la machine, et rend les disques remplacés à leur propriétaire. On trouve aussi chez nous du matériel d’occasion, des imprimantes et des pièces.",
    references: [
      { customer: "Un groupe scolaire de 12 classes", work: "Fourniture de 60 portables reconditionnés", year: 2025 },
    ],
    contact: { firstName: "Bertrand", lastName: "Sénéchal", position: "Gérant" },
  },
  {
    name: "Gohelle Systèmes",
    kind: "reseller",
    commune: "lievin",
    commissions: ["infrastructures-reseaux"],
    joinedDaysAgo: 540,
    skills: [
      "serveurs-et-virtualisation",
      "stockage-et-partage-de-fichiers",
      "interconnexion-de-sites-et-vpn",
      "sauvegarde-et-restauration",
      "infogerance-et-maintenance-du-parc",
    ],
    ownSkill: "Sauvegarde Veeam",
    description:
      "Gohelle Systèmes dimensionne, installe et fait vivre les serveurs d’entreprises de vingt à deux cents postes. Nous préférons deux machines simples à une salle compliquée, et nous écrivons chaque geste d’exploitation pour que le client puisse changer de prestataire. Relais de plusieurs constructeurs, nous conseillons aussi de ne rien acheter quand l’existant suffit.\n\nChaque installation se termine par une coupure volontaire, pour vérifier que tout repart.",
    references: [
      { customer: "Une coopérative agricole à trois sites", work: "Interconnexion et virtualisation", year: 2023 },
    ],
    contact: { firstName: "Olivier", lastName: "Mascaux", position: "Directeur technique" },
  },
  {
    name: "Vigie du Ternois",
    kind: "reseller",
    commune: "aubigny-en-artois",
    commissions: ["infrastructures-reseaux"],
    joinedDaysAgo: 150,
    skills: [
      "videosurveillance",
      "controle-d-acces-et-alarme",
      "reseau-local-et-commutateurs",
      "objets-connectes-et-supervision",
    ],
    description:
      "Caméras, badges, alarmes et capteurs pour les ateliers, les exploitations agricoles et les petites communes. Nous vérifions d’abord ce que la loi permet de filmer, puis nous posons peu de matériel, bien placé, facile à utiliser. L’entretien annuel est compris la première année. Trois installateurs, une heure de route au plus. Les images restent chez le client, sur un enregistreur qu’il sait consulter seul, et nous l’aidons à rédiger l’affichage obligatoire.",
    references: [
      {
        customer: "Une commune de 1 800 habitants",
        work: "Contrôle d’accès de la salle des fêtes et des ateliers",
        year: 2024,
      },
    ],
    contact: { firstName: "Thomas", lastName: "Cuvelier", position: "Gérant" },
  },
  {
    name: "Nuage du Beffroi",
    kind: "service",
    commune: "saint-laurent-blangy",
    commissions: ["infrastructures-reseaux", "developpement"],
    joinedDaysAgo: 60,
    skills: [
      "cloud-et-hebergement-manage",
      "devops-et-mise-en-production",
      "serveurs-et-virtualisation",
      "plan-de-reprise-et-de-continuite-d-activite",
    ],
    description:
      "Nous hébergeons et exploitons les applications d’éditeurs et de collectivités dans deux centres de données français. Mises à jour, surveillance, astreinte et facture lisible\u202f: l’éditeur écrit son logiciel, nous veillons dessus. Quatre personnes, une astreinte assurée par celles et ceux qui connaissent les applications. Chaque mois, nos clients reçoivent une page\u202f: disponibilité constatée, incidents, changements prévus. Ceux qui veulent partir emportent leurs données et la description complète de leur installation.",
    references: [],
    contact: { firstName: "Amélie", lastName: "Prévost", position: "Gérante" },
  },
  {
    name: "Dépann’Ostrevent",
    kind: "service",
    commune: "somain",
    commissions: ["infrastructures-reseaux"],
    joinedDaysAgo: 700,
    status: "lapsed",
    skills: ["depannage-et-reparation-informatique", "assistance-aux-utilisateurs", "protection-des-postes"],
    description:
      "Dépannage sur place et à distance pour les indépendants et les commerces du Douaisis. Forfait clair, devis avant toute réparation, pièces gardées à disposition. Deux techniciens se relaient du lundi au samedi. Nous avons commencé par les cabinets infirmiers et les salons de coiffure, qui ne peuvent pas fermer une journée pour un écran noir. Un poste de prêt attend dans la camionnette.",
    references: [],
    contact: { firstName: "Ludovic", lastName: "Brasseur", position: "Gérant" },
  },
];

import type { OfferForm } from "./schema.ts";

/** A text to begin with: what is in brackets is the structure's own to say. */
export interface Skeleton {
  key: string;
  label: string;
  offer: Pick<OfferForm, "title" | "missions" | "commission" | "skills" | "levels" | "curricula" | "weeks">;
}

export const SKELETONS: Skeleton[] = [
  {
    key: "support",
    label: "Support et parc informatique",
    offer: {
      title: "Technicien support F/H",
      commission: "infrastructures-reseaux",
      levels: ["bts", "but1"],
      curricula: "BTS SIO SISR, BTS CIEL",
      weeks: 6,
      skills: "Assistance\nWindows\nRéseau local",
      missions:
        "Avec [prénom, fonction], vous répondez aux demandes de [nombre] utilisateurs et préparez des postes.\n\n- installer et documenter les postes\u202f;\n- résoudre les demandes simples, apprendre à transmettre les autres\u202f;\n- tenir à jour l’inventaire.\n\nÀ la fin du stage\u202f: [ce qui restera, par exemple un guide ou une salle remise à neuf].",
    },
  },
  {
    key: "reseaux",
    label: "Réseaux et systèmes",
    offer: {
      title: "Administration systèmes et réseaux F/H",
      commission: "infrastructures-reseaux",
      levels: ["but2", "but3"],
      curricula: "BUT R&T, BUT Informatique",
      weeks: 10,
      skills: "Linux\nSupervision\nScripts",
      missions:
        "Nous exploitons [serveurs, clients, sites]. Vous prenez en charge, avec [prénom, fonction], [le projet\u202f: supervision, sauvegarde, migration…].\n\n- étudier l’existant et proposer\u202f;\n- mettre en œuvre sur un premier périmètre\u202f;\n- écrire ce que l’équipe relira.\n\nCe que vous apprendrez\u202f: [outils, méthodes].",
    },
  },
  {
    key: "developpement",
    label: "Développement web ou logiciel",
    offer: {
      title: "Développement web F/H",
      commission: "developpement",
      levels: ["but2", "but3", "licence"],
      curricula: "BUT Informatique, Licence informatique",
      weeks: 10,
      skills: "TypeScript\nSQL\nTests",
      missions:
        "Dans une équipe de [nombre] personnes, vous développez [quoi, pour qui].\n\n- comprendre le besoin avec [qui s’en sert]\u202f;\n- écrire, tester et faire relire chaque changement\u202f;\n- mettre en service.\n\nTechnologies\u202f: [langages, outils]. Vous serez suivi chaque jour par [prénom, fonction].",
    },
  },
  {
    key: "web",
    label: "Site, contenus, communication",
    offer: {
      title: "Création de contenus et intégration web F/H",
      commission: "communication-internet",
      levels: ["but1", "but2"],
      curricula: "BUT MMI",
      weeks: 8,
      skills: "HTML\nCSS\nRédaction",
      missions:
        "Vous participez à [site, campagne, série de vidéos] pour [client ou public].\n\n- préparer les contenus avec [qui]\u202f;\n- maquetter et intégrer des pages lisibles par tous\u202f;\n- mesurer ce qui est lu et améliorer.\n\nÀ la fin\u202f: [ce que vous pourrez montrer].",
    },
  },
  {
    key: "gestion",
    label: "Logiciels de gestion et données",
    offer: {
      title: "Assistant chef de projet logiciel de gestion F/H",
      commission: "gestion",
      levels: ["but2", "but3", "licence_pro"],
      curricula: "BUT GEA, BUT Informatique",
      weeks: 10,
      skills: "SQL\nTests\nFormation",
      missions:
        "Nos clients utilisent [logiciel]. Vous les accompagnez dans [changement\u202f: facturation électronique, reprise de données, tableaux de bord].\n\n- recueillir les besoins\u202f;\n- paramétrer et vérifier\u202f;\n- former et écrire les aides.\n\nVotre tuteur\u202f: [prénom, fonction].",
    },
  },
];

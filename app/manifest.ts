import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "TacTic, le club informatique de l’Artois",
    short_name: "TacTic",
    description: "L’annuaire, l’agenda et les stages des entreprises informatiques de l’Artois.",
    lang: "fr",
    start_url: "/",
    display: "browser",
    background_color: "#faf6ee",
    theme_color: "#a63d24",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}

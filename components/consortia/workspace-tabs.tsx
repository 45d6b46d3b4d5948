import { paths } from "#lib/platform/paths";

type Props = { id: string; here: "overview" | "members" | "tasks" | "documents" | "prices" | "talk"; isGuest: boolean };

/** The rooms of a workspace. A guest has no business with prices. */
export function WorkspaceTabs({ id, here, isGuest }: Props) {
  const rooms = [
    { key: "overview", label: "Vue d’ensemble", href: paths.consortium(id) },
    { key: "members", label: "Membres et parts", href: paths.consortiumMembers(id) },
    { key: "tasks", label: "Tâches", href: paths.consortiumTasks(id) },
    { key: "documents", label: "Documents", href: paths.consortiumDocuments(id) },
    ...(isGuest ? [] : [{ key: "prices", label: "Prix", href: paths.consortiumPrices(id) }]),
    { key: "talk", label: "Échanges et décisions", href: paths.consortiumTalk(id) },
  ];
  return (
    <nav className="sheet workspace-tabs" aria-label="Espace de travail">
      <ul>
        {rooms.map(({ key, label, href }) => (
          <li key={key}>
            <a href={href} aria-current={key === here ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

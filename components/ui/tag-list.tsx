import { Tag } from "./tag.tsx";

type Props = { tags: { label: string; href?: string }[]; label?: string };

export function TagList({ tags, label }: Props) {
  if (tags.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that an unmarked list is one
    <ul className="tags" role="list" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag.label}>
          <Tag href={tag.href}>{tag.label}</Tag>
        </li>
      ))}
    </ul>
  );
}

import { DataTable } from "#components/ui/data-table";

type Props = { rules: { name: string; what: string; why: string; basis: string; kept: string }[] };

/** What is kept, why, and for how long. */
export function RetentionTable({ rules }: Props) {
  return (
    <DataTable
      caption="Données traitées"
      rows={rules}
      rowKey={({ name }) => name}
      columns={[
        { label: "Données", cell: ({ what }) => what },
        { label: "Finalité", cell: ({ why }) => why },
        { label: "Base légale", cell: ({ basis }) => basis },
        { label: "Durée", cell: ({ kept }) => kept },
      ]}
    />
  );
}

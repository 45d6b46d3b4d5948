type Props = { value: string | null };

/** A fact that the law or the reader wants, or the honest word that nobody has given it yet. */
export function ToComplete({ value }: Props) {
  return value ?? <em className="text-ardoise">À compléter</em>;
}

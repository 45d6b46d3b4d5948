import { Notice } from "#components/ui/notice";
import { formatList } from "#lib/platform/french";

type Props = {
  /** Numbers of the lots whose notice nobody has read about several bids. */
  unread: number[];
  /** Numbers of the lots of which one's own structure has a part elsewhere. */
  elsewhere: number[];
};

/** What the law on several bids asks to check, lot by lot: it warns here where it does not lock. */
export function BidWarnings({ unread, elsewhere }: Props) {
  if (unread.length === 0 && elsewhere.length === 0) return null;
  const lots = (numbers: number[]) =>
    `${numbers.length > 1 ? "les lots" : "le lot"} ${formatList(numbers.map(String))}`;
  return (
    <Notice kind="warning" title="Plusieurs candidatures">
      {unread.length > 0 && (
        <p>
          Pour {lots(unread)}, personne n’a encore lu si le règlement permet de candidater plusieurs fois (article
          R2142-21). Lisez-le avant de vous engager ailleurs.
        </p>
      )}
      {elsewhere.length > 0 && (
        <p>
          Votre structure a une part de {lots(elsewhere)} dans un autre groupement. Elle seule le voit. Si le règlement
          l’interdit, l’une des deux réponses serait écartée.
        </p>
      )}
    </Notice>
  );
}

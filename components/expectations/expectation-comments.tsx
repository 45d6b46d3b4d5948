import { ButtonForm } from "#components/forms/button-form";
import { Paragraphs } from "#components/ui/paragraphs";
import { withdrawCommentAction } from "#lib/expectations/comments/actions";
import type { ExpectationView } from "#lib/expectations/queries";
import { formatInstant } from "#lib/platform/dates";
import { CommentForm } from "./comment-form.tsx";

type Props = { expectationId: string; comments: ExpectationView["comments"]; isOpen: boolean };

export function ExpectationComments({ expectationId, comments, isOpen }: Props) {
  return (
    <>
      <ol className="comments">
        {comments.map(({ id, writer, writtenAt, body, withdrawnAt, isOwn }) => (
          <li key={id}>
            <p className="comment-head">
              <strong>{writer}</strong>, le {formatInstant(writtenAt)}
            </p>
            {withdrawnAt ? <p>Commentaire retiré.</p> : <Paragraphs text={body} />}
            {isOwn && !withdrawnAt && (
              <ButtonForm
                action={withdrawCommentAction}
                id={`retirer-${id}`}
                fields={{ id, expectationId }}
                kind="quiet"
              >
                Retirer mon commentaire
              </ButtonForm>
            )}
          </li>
        ))}
      </ol>
      {isOpen && <CommentForm id={expectationId} />}
    </>
  );
}

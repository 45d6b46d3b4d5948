import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallHistory } from "#components/dues/call-history";
import { HeadcountForm } from "#components/dues/headcount-form";
import { RecordPaymentForm } from "#components/dues/record-payment-form";
import { UndoPaymentForm } from "#components/dues/undo-payment-form";
import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { CALL_STATE_LABELS } from "#lib/dues/labels";
import { type CallSheet, findDues, listDuesMail } from "#lib/dues/queries";
import { remindAction } from "#lib/dues/reminders/actions";
import { yearInWords } from "#lib/dues/rules";
import { getFeeRules } from "#lib/dues/schedule/queries";
import { MAIL_STATE_LABELS } from "#lib/mail/labels";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { type Day, dayOf, formatDay, formatDayShort, formatInstant } from "#lib/platform/dates";
import { formatEuros, formatList, typedEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { isSlug } from "#lib/platform/slug";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Cotisations d’un adhérent" };

const DONE: Record<string, string> = {
  reglement: "Le règlement est enregistré, le reçu part par e-mail.",
  annulation: "Le règlement est annulé par une écriture contraire\u202f; l’adhérent en est prévenu.",
  relance: "La relance part par e-mail.",
  effectif: "L’effectif est enregistré.",
};

/** One structure's dues, year by year: calls, payments, reminders, letters. */
export default async function StructureDuesPage({
  params,
  searchParams,
}: PageProps<"/comite/cotisations/structures/[slug]">) {
  const [actor, now, { slug }] = [await requireActor(), requestTime(), await params];
  if (!can(actor, "oversee", "FeeCall", now)) notFound();
  const dues = isSlug(slug) ? await findDues(actor, { slug }, now) : null;
  if (!dues) notFound();
  const { structure, calls } = dues;
  const { firstMonth } = await getFeeRules(actor, now);
  const letters = await listDuesMail(
    actor,
    calls.map(({ id }) => id),
    now,
  );
  const collects = can(actor, "collect", "FeeCall", now);
  const done = DONE[readParameter(await searchParams, "fait") ?? ""];
  const owedCents = calls.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  return (
    <>
      <PageHeader
        kicker={<a href={paths.boardDues}>Cotisations</a>}
        title={structure.name}
        lead={`Membre depuis le ${formatDay(structure.joinedOn)}.`}
        figures={[
          { value: formatEuros(Math.abs(owedCents)), words: owedCents < 0 ? "de trop-perçu" : "restent à régler" },
        ]}
      >
        {structure.status === "lapsed" && (
          <p>
            <strong>Hors de l’annuaire :</strong> la fiche y reviendra dès le règlement enregistré.
          </p>
        )}
        {done && (
          <Notice kind="success" isLive>
            <p>{done}</p>
          </Notice>
        )}
      </PageHeader>
      {calls.length === 0 && (
        <Section title="Appels">
          <EmptyState title="Aucun appel pour l’instant" />
        </Section>
      )}
      {calls.map((call) => (
        <Call
          key={call.id}
          call={call}
          slug={structure.slug}
          title={`${yearInWords(call.year, firstMonth)}\u202f: ${CALL_STATE_LABELS[call.state]}`}
          collects={collects}
          today={dayOf(now)}
        />
      ))}
      {collects && (
        <Section title="Effectif">
          <HeadcountForm
            structure={structure.id}
            slug={structure.slug}
            {...(structure.headcount ? { headcount: structure.headcount } : {})}
          />
        </Section>
      )}
      <Letters letters={letters} />
    </>
  );
}

type CallProps = { call: CallSheet; slug: string; title: string; collects: boolean; today: Day };

function Call({ call, slug, title, collects, today }: CallProps) {
  return (
    <Section id={call.reference} title={title} layout="stacked">
      <div className="dues-call">
        <DefinitionList items={factsOf(call)} />
        <CallHistory
          call={call}
          {...(collects ? { actionsOf: (receipt: string) => <UndoPaymentForm receipt={receipt} slug={slug} /> } : {})}
        />
        {collects && (
          <details className="disclosure" open={call.balanceCents > 0}>
            <summary>
              Enregistrer un règlement<span className="sr-only"> de l’appel {call.reference}</span>
            </summary>
            <RecordPaymentForm
              call={call.reference}
              slug={slug}
              owed={call.balanceCents > 0 ? typedEuros(call.balanceCents) : ""}
              today={today}
            />
          </details>
        )}
        {collects && call.balanceCents > 0 && (
          <ButtonForm
            action={remindAction}
            id={`relancer-${call.reference}`}
            fields={{ call: call.reference, slug: slug }}
            failure="La relance n’est pas partie"
          >
            Relancer maintenant
          </ButtonForm>
        )}
      </div>
    </Section>
  );
}

function Letters({ letters }: { letters: Awaited<ReturnType<typeof listDuesMail>> }) {
  return (
    <Section title="Ce qui lui a été dit" layout="stacked">
      {letters.length === 0 ? (
        <p className="text-ardoise">Aucun message sur ses cotisations.</p>
      ) : (
        <DataTable
          caption="Messages, les derniers d’abord"
          rows={letters}
          rowKey={(mail) => mail.id}
          columns={[
            { label: "Écrit le", cell: (mail) => formatInstant(mail.createdAt) },
            { label: "À", cell: (mail) => mail.toAddress },
            { label: "Objet", cell: (mail) => mail.subject },
            { label: "État", cell: (mail) => MAIL_STATE_LABELS[mail.state] },
          ]}
        />
      )}
    </Section>
  );
}

function factsOf(call: CallSheet) {
  return [
    {
      term: "Appel",
      value: (
        <>
          <a href={paths.feeCallPdf(call.reference)}>{call.reference} (PDF)</a>, le {formatDay(call.calledOn)}
        </>
      ),
    },
    { term: "Montant", value: `${formatEuros(call.amountCents)} (${call.basis})` },
    { term: "Échéance", value: formatDay(call.dueOn) },
    { term: "Reste à régler", value: call.balanceCents > 0 ? formatEuros(call.balanceCents) : null },
    { term: "Trop-perçu", value: call.balanceCents < 0 ? formatEuros(-call.balanceCents) : null },
    {
      term: "Relances",
      value: formatList(
        call.reminders.map(({ sentOn, step }) => `${formatDayShort(sentOn)}${step ? ` (J+${step})` : ""}`),
      ),
    },
  ];
}

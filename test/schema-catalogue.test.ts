import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDb } from "#lib/platform/db";
import { PAGE_TAGS } from "#lib/platform/page-tags";

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** What goes with what it belongs to. A new cascade needs its line and its reason here. */
const CASCADES: Record<string, string> = {
  "administrator.personId": "a right of the person",
  "affiliation.personId": "says only that the person is there",
  "affiliation.structureId": "says only that the person is there",
  "agenda_item.meetingId": "a part of the meeting",
  "audience_day.structureId": "figures of the structure",
  "attendance.meetingId": "a part of the meeting",
  "campaign_recipient.campaignId": "a part of the campaign",
  "campaign_recipient.personId": "says only that the person was written to; the outbox keeps what was sent",
  "commission_member.structureId": "says only that the structure is there",
  "consortium_member.consortiumId": "a part of the consortium",
  "consortium_offer.consortiumId,structureId": "a part of the invitation, which may be withdrawn",
  "consortium_task_reminder.taskId": "a state of the task",
  "paper_certificate.structureId": "a part of the structure's papers",
  "paper_reminder.certificateId": "a state of the certificate",
  "paper_year.structureId": "a part of the structure's papers",
  "papers.structureId": "of the structure's own, nobody else reads them",
  "event_cancellation.eventId": "a state of the event",
  "expectation_comment.expectationId": "said about the expectation",
  "expectation_follow.expectationId": "an ear for the expectation",
  "expectation_follow.personId": "a choice of the person",
  "expectation_voice.expectationId": "a vote for the expectation",
  "expectation_voice.structureId": "a vote of the structure",
  "mandate_reminder.mandateId": "a state of the mandate",
  "fee_reminder.feeCallId": "a state of the call, which itself never goes",
  "internship.structureId": "an offer of the structure",
  "introduction.needId": "a part of the need, whose contact may ask to be forgotten",
  "invitation.structureId": "an offer of the structure",
  "last_sign_in.personId": "a fact about the account",
  "mail_attachment.mailId": "a part of the message",
  "meeting.eventId": "a kind of the event",
  "membership_applicant.applicationId": "a part of the application, which is erased whole",
  "membership_closure.applicationId": "a state of the application",
  "membership_comment.applicationId": "a part of the application, which is erased whole",
  "membership_commission.applicationId": "a wish of the application",
  "membership_commission.commissionId": "a wish to sit in what is there no more",
  "membership_question.applicationId": "a part of the application, which is erased whole",
  "membership_skill.applicationId": "a part of the application, which is erased whole",
  "membership_skill.skillId": "says only that the application names it",
  "membership_vote.applicationId": "a vote on the application",
  "membership_vote.personId": "a vote of the person",
  "meeting_invitation.meetingId": "a part of the meeting",
  "meeting_invitation.personId": "says only that the person was called",
  "meeting_reminder.invitationId": "a part of the invitation",
  "minutes.meetingId": "a part of the meeting; decisions, which are history, keep it from going",
  "newsletter_consent.personId": "the person's own choice, proof of nothing once the person is gone",
  "need_message.needId,structureId": "a word of the talk that the introduction opened",
  "need_preference.structureId": "a choice of the structure",
  "notice.personId": "told to the person, to nobody else",
  "notice_preference.personId": "a choice of the person",
  "recovery_code.personId": "a part of the second factor",
  "prospect_acquaintance.personId": "says only that the person knows somebody there",
  "prospect_acquaintance.prospectId": "says only that the prospect is listed",
  "prospect_entry.prospectId": "the prospect's own history",
  "prospect_invitation.prospectId": "an invitation of the prospect",
  "second_factor.personId": "a lock on the person's door",
  "personal_calendar.personId": "an address of the person",
  "poll_answer.personId": "an answer of the person",
  "poll_answer.slotId": "a part of the poll",
  "poll_closing.pollId": "a state of the poll",
  "poll_invitation.personId": "says only that the person was asked",
  "poll_invitation.pollId": "a part of the poll",
  "poll_slot.pollId": "a part of the poll",
  "room_booking.eventId": "a room is asked for an event or a slot only",
  "room_booking.slotId": "a room is asked for an event or a slot only",
  "session.personId": "nobody is signed in as nobody",
  "sign_in_link.personId": "nobody comes in as nobody",
  "skill_exchange.structureId": "an offer of the structure",
  "structure_reference.structureId": "a part of the structure's page",
  "structure_skill.structureId": "a part of the structure's page",
  "structure_status_change.structureId": "the history of the structure",
  "structure_topic.skillId": "read from the skill's words",
  "structure_topic.structureId": "read from the structure's words",
  "structure_unread.structureId": "a reminder to read the structure",
  "student.personId": "a kind of the person",
  "survey_answer.structureId": "an answer of the structure",
  "survey_answer.surveyId": "an answer to the survey",
  "survey_option.surveyId": "a part of the survey",
  "suspension.personId": "a state of the person",
  "boamp_notice.tenderId": "what the tender was read from",
  "tender_alert.personId": "a choice of the person",
  "tender_assessment.structureId": "the structure's own reckoning",
  "tender_assessment.tenderId": "a reckoning about the tender",
  "tender_deadline_change.tenderId": "the history of the tender",
  "tender_hand.structureId": "a wish of the structure",
  "tender_hand.tenderId": "a wish to answer the tender",
  "tender_hand_lot.tenderId,lotId": "a wish to answer the lot",
  "tender_hand_lot.tenderId,structureId": "a part of the hand",
  "tender_lot.tenderId": "a part of the tender",
  "tender_lot_skill.lotId": "a part of the lot",
  "tender_resemblance.olderId": "a question about the tender",
  "tender_resemblance.tenderId": "a question about the tender",
  "tender_score.tenderId,structureId": "a part of the reckoning",
};

const FOREIGN_KEYS = `
  SELECT c.conrelid::regclass::text AS "table", c.confdeltype AS "onDelete", c.conkey AS columns,
         (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY AS k(num, n)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num) AS names,
         EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
            AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey) AS "isIndexed"
    FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1, 4`;

describe("the catalogue", () => {
  test("has an index that begins with the columns of each foreign key", async () => {
    const keys = await foreignKeys();
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter(({ isIndexed }) => !isIndexed).map(nameOf)).toEqual([]);
  });

  test("is asked in a way that sees a missing index", async () => {
    await owner.query("BEGIN");
    await owner.query('DROP INDEX "session_personId_idx"');
    const missing = (await foreignKeys()).filter(({ isIndexed }) => !isIndexed).map(nameOf);
    await owner.query("ROLLBACK");
    expect(missing).toEqual(["session.personId"]);
  });

  test("deletes along with something else only what is listed with a reason", async () => {
    const cascades = (await foreignKeys()).filter(({ onDelete }) => onDelete === "c").map(nameOf);
    expect(cascades.sort()).toEqual(Object.keys(CASCADES).sort());
  });

  test("keeps instants with their time zone", async () => {
    const { rows } = await owner.query(`SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'timestamp without time zone' AND table_name NOT LIKE '\\_prisma%'`);
    expect(rows).toEqual([]);
  });

  test("announces changes of every table that public pages read, and of no other", async () => {
    const { rows } = await owner.query(
      "SELECT tgrelid::regclass::text AS name, tgtype FROM pg_trigger WHERE tgname = 'page_cache'",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...PAGE_TAGS].sort());
    // After each statement (neither bit 0, row, nor bit 1, before), for insert, delete, update, truncate.
    expect([...new Set(rows.map(({ tgtype }) => tgtype))]).toEqual([4 + 8 + 16 + 32]);
  });

  test("names every constraint that is not Prisma's own for its rule", async () => {
    const { rows } = await owner.query(`SELECT conname FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x') AND conname !~ '^[a-z]+(_[a-z]+)+$'`);
    expect(rows).toEqual([]);
  });
});

describe("the application's own role", () => {
  test("adds to the audit log and reads it, and can neither change nor empty it", async () => {
    const url = process.env.DATABASE_URL ?? "";
    const application = new pg.Client({ connectionString: url });
    await application.connect();
    const action = `catalogue ${crypto.randomUUID()}`;
    await application.query(`INSERT INTO audit_entry (action, "subjectKind") VALUES ($1, 'test')`, [action]);
    const { rowCount } = await application.query("SELECT 1 FROM audit_entry WHERE action = $1", [action]);
    expect(rowCount).toBe(1);
    for (const sql of ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"]) {
      await expect(application.query(sql), sql).rejects.toThrow(/permission denied/);
    }
    await application.end();
  });

  test("owns no table and makes none", async () => {
    const application = createDb(process.env.DATABASE_URL ?? "");
    await expect(application.$executeRawUnsafe("CREATE TABLE intruder (id int)")).rejects.toThrow(/permission denied/);
    await expect(application.$executeRawUnsafe("DROP TABLE session")).rejects.toThrow(/must be owner/);
    await application.$disconnect();
  });

  test("even the owner cannot rewrite the audit log, nor delete a decision", async () => {
    await owner.query(`INSERT INTO audit_entry (action, "subjectKind") VALUES ('kept', 'test')`);
    await expect(owner.query("UPDATE audit_entry SET action = 'x'")).rejects.toThrow("audit_entry_is_history");
    await expect(owner.query("DELETE FROM audit_entry")).rejects.toThrow("audit_entry_is_history");
    await expect(owner.query("DELETE FROM decision")).rejects.toThrow("decision_is_history");
  });
});

interface ForeignKey {
  table: string;
  names: string;
  onDelete: string;
  isIndexed: boolean;
}

async function foreignKeys(): Promise<ForeignKey[]> {
  return (await owner.query<ForeignKey>(FOREIGN_KEYS)).rows;
}

function nameOf({ table, names }: ForeignKey): string {
  return `${table.replaceAll('"', "")}.${names}`;
}

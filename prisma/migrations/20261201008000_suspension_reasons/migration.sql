-- Why somebody was suspended is in somebody's own words, which go with the suspension: the log, which nobody
-- can change afterwards, must not keep them.
ALTER TABLE "audit_entry" DISABLE TRIGGER audit_entry_is_history;
UPDATE "audit_entry" SET "detail" = "detail" - 'reason' WHERE "action" = 'suspend-person' AND "detail" ? 'reason';
ALTER TABLE "audit_entry" ENABLE TRIGGER audit_entry_is_history;

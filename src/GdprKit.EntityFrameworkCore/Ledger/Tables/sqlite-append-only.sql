-- Lets the database refuse to change what stands in the ledger of GdprKit, and to remove an entry that did not expire.
-- Run it after the script of the tables, as the owner of them. Running it again makes the triggers anew.
-- Made of the same texts as those of migrations, and held to them by a test; do not change it by hand.

DROP TRIGGER IF EXISTS "gdpr_content_no_update";

CREATE TRIGGER "gdpr_content_no_update" BEFORE UPDATE ON "gdpr_content"
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_entry_no_update";

CREATE TRIGGER "gdpr_entry_no_update" BEFORE UPDATE ON "gdpr_entry"
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_entry_details_no_update";

CREATE TRIGGER "gdpr_entry_details_no_update" BEFORE UPDATE ON "gdpr_entry_details"
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_expired_entry_no_update";

CREATE TRIGGER "gdpr_expired_entry_no_update" BEFORE UPDATE ON "gdpr_expired_entry"
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_entry_no_delete";

CREATE TRIGGER "gdpr_entry_no_delete" BEFORE DELETE ON "gdpr_entry"
WHEN NOT EXISTS (SELECT 1 FROM "gdpr_expired_entry" WHERE "entry_id" = OLD."entry_id" AND "hash" = OLD."hash")
BEGIN
    SELECT RAISE(ABORT, 'GDPR3162: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_expired_entry_no_delete";

CREATE TRIGGER "gdpr_expired_entry_no_delete" BEFORE DELETE ON "gdpr_expired_entry"
BEGIN
    SELECT RAISE(ABORT, 'GDPR3162: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_entry_no_replace";

CREATE TRIGGER "gdpr_entry_no_replace" BEFORE INSERT ON "gdpr_entry"
WHEN EXISTS (SELECT 1 FROM "gdpr_entry" WHERE "entry_id" = NEW."entry_id") OR EXISTS (SELECT 1 FROM "gdpr_entry" WHERE "stream_kind" = NEW."stream_kind" AND "subject" = NEW."subject" AND "stream_key" = NEW."stream_key" AND "version" = NEW."version") OR EXISTS (SELECT 1 FROM "gdpr_entry" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_expired_entry_no_replace";

CREATE TRIGGER "gdpr_expired_entry_no_replace" BEFORE INSERT ON "gdpr_expired_entry"
WHEN EXISTS (SELECT 1 FROM "gdpr_expired_entry" WHERE "entry_id" = NEW."entry_id" AND "hash" <> NEW."hash") OR EXISTS (SELECT 1 FROM "gdpr_expired_entry" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_entry_details_no_replace";

CREATE TRIGGER "gdpr_entry_details_no_replace" BEFORE INSERT ON "gdpr_entry_details"
WHEN EXISTS (SELECT 1 FROM "gdpr_entry_details" WHERE "entry_id" = NEW."entry_id") OR EXISTS (SELECT 1 FROM "gdpr_entry_details" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

DROP TRIGGER IF EXISTS "gdpr_content_no_replace";

CREATE TRIGGER "gdpr_content_no_replace" BEFORE INSERT ON "gdpr_content"
WHEN EXISTS (SELECT 1 FROM "gdpr_content" WHERE "digest" = NEW."digest" AND "bytes" <> NEW."bytes") OR EXISTS (SELECT 1 FROM "gdpr_content" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.');
END;

-- Lets the database refuse to change what stands in the ledger of GdprKit, and to remove an entry that did not expire.
-- Run it after the script of the tables, as the owner of them. Running it again makes the triggers anew.
-- Made of the same texts as those of migrations, and held to them by a test; do not change it by hand.

CREATE OR REPLACE FUNCTION gdpr_refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $gdpr$
BEGIN
    RAISE EXCEPTION 'GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.' USING ERRCODE = 'restrict_violation';
END
$gdpr$;

CREATE OR REPLACE FUNCTION gdpr_refuse_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $gdpr$
BEGIN
    RAISE EXCEPTION 'GDPR3162: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.' USING ERRCODE = 'restrict_violation';
END
$gdpr$;

CREATE OR REPLACE FUNCTION gdpr_refuse_removal_unless_expired() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $gdpr$
DECLARE
    is_refused boolean;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT 1 FROM gone g WHERE NOT EXISTS (SELECT 1 FROM %I.gdpr_expired_entry x WHERE x.entry_id = g.entry_id AND x.hash = g.hash))',
        TG_TABLE_SCHEMA) INTO is_refused;
    IF is_refused THEN
        RAISE EXCEPTION 'GDPR3162: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$gdpr$;

CREATE OR REPLACE TRIGGER gdpr_content_no_update BEFORE UPDATE ON gdpr_content FOR EACH ROW
    EXECUTE FUNCTION gdpr_refuse_change();

CREATE OR REPLACE TRIGGER gdpr_entry_no_update BEFORE UPDATE ON gdpr_entry FOR EACH ROW
    EXECUTE FUNCTION gdpr_refuse_change();

CREATE OR REPLACE TRIGGER gdpr_entry_details_no_update BEFORE UPDATE ON gdpr_entry_details FOR EACH ROW
    EXECUTE FUNCTION gdpr_refuse_change();

CREATE OR REPLACE TRIGGER gdpr_expired_entry_no_update BEFORE UPDATE ON gdpr_expired_entry FOR EACH ROW
    EXECUTE FUNCTION gdpr_refuse_change();

CREATE OR REPLACE TRIGGER gdpr_entry_no_delete AFTER DELETE ON gdpr_entry REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
    EXECUTE FUNCTION gdpr_refuse_removal_unless_expired();

CREATE OR REPLACE TRIGGER gdpr_expired_entry_no_delete BEFORE DELETE ON gdpr_expired_entry FOR EACH ROW
    EXECUTE FUNCTION gdpr_refuse_removal();

CREATE OR REPLACE TRIGGER gdpr_entry_no_truncate BEFORE TRUNCATE ON gdpr_entry FOR EACH STATEMENT
    EXECUTE FUNCTION gdpr_refuse_removal();

CREATE OR REPLACE TRIGGER gdpr_expired_entry_no_truncate BEFORE TRUNCATE ON gdpr_expired_entry FOR EACH STATEMENT
    EXECUTE FUNCTION gdpr_refuse_removal();

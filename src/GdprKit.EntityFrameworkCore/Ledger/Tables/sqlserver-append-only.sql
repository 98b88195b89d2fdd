-- Lets the database refuse to change what stands in the ledger of GdprKit, and to remove an entry that did not expire.
-- Run it after the script of the tables, as the owner of them. Running it again makes the triggers anew.
-- Made of the same texts as those of migrations, and held to them by a test; do not change it by hand.

EXEC(N'CREATE OR ALTER TRIGGER [gdpr_content_no_update] ON [gdpr_content] AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM inserted)
        THROW 51000, N''GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.'', 1;
END');
GO

EXEC(N'CREATE OR ALTER TRIGGER [gdpr_entry_no_update] ON [gdpr_entry] AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM inserted)
        THROW 51000, N''GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.'', 1;
END');
GO

EXEC(N'CREATE OR ALTER TRIGGER [gdpr_entry_details_no_update] ON [gdpr_entry_details] AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM inserted)
        THROW 51000, N''GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.'', 1;
END');
GO

EXEC(N'CREATE OR ALTER TRIGGER [gdpr_expired_entry_no_update] ON [gdpr_expired_entry] AFTER UPDATE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM inserted)
        THROW 51000, N''GDPR3161: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.'', 1;
END');
GO

EXEC(N'CREATE OR ALTER TRIGGER [gdpr_entry_no_delete] ON [gdpr_entry] AFTER DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted d WHERE NOT EXISTS (SELECT 1 FROM [gdpr_expired_entry] x WHERE x.[entry_id] = d.[entry_id] AND x.[hash] = d.[hash]))
        THROW 51000, N''GDPR3162: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.'', 1;
END');
GO

EXEC(N'CREATE OR ALTER TRIGGER [gdpr_expired_entry_no_delete] ON [gdpr_expired_entry] AFTER DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted)
        THROW 51000, N''GDPR3162: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.'', 1;
END');
GO

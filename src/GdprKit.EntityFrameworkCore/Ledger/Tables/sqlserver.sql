-- The tables of GdprKit, for applications whose database comes first. Running it again changes nothing.
-- Made of the same model as migrations are, and held to it by a test; do not change it by hand.

IF OBJECT_ID(N'[gdpr_content]', N'U') IS NULL
CREATE TABLE [gdpr_content] (
    [digest] varbinary(32) NOT NULL,
    [bytes] varbinary(max) NOT NULL,
    CONSTRAINT [pk_gdpr_content] PRIMARY KEY ([digest])
);
GO

IF OBJECT_ID(N'[gdpr_entry]', N'U') IS NULL
CREATE TABLE [gdpr_entry] (
    [entry_id] varbinary(16) NOT NULL,
    [stream_kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject] varbinary(16) NOT NULL,
    [stream_key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] bigint NOT NULL,
    [recorded_at] bigint NOT NULL,
    [entry_type] nvarchar(69) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [salt] varbinary(16) NOT NULL,
    [facts] varbinary(max) NOT NULL,
    [details_commitment] varbinary(32) NULL,
    [content] varbinary(max) NOT NULL,
    [hash] varbinary(32) NOT NULL,
    CONSTRAINT [pk_gdpr_entry] PRIMARY KEY ([entry_id])
);
GO

IF OBJECT_ID(N'[gdpr_entry_details]', N'U') IS NULL
CREATE TABLE [gdpr_entry_details] (
    [entry_id] varbinary(16) NOT NULL,
    [salt] varbinary(16) NOT NULL,
    [texts] varbinary(max) NOT NULL,
    CONSTRAINT [pk_gdpr_entry_details] PRIMARY KEY ([entry_id])
);
GO

IF OBJECT_ID(N'[gdpr_expired_entry]', N'U') IS NULL
CREATE TABLE [gdpr_expired_entry] (
    [entry_id] varbinary(16) NOT NULL,
    [hash] varbinary(32) NOT NULL,
    CONSTRAINT [pk_gdpr_expired_entry] PRIMARY KEY ([entry_id])
);
GO

IF OBJECT_ID(N'[gdpr_head]', N'U') IS NULL
CREATE TABLE [gdpr_head] (
    [stream_kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject] varbinary(16) NOT NULL,
    [stream_key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] bigint NOT NULL,
    [based_on] bigint NOT NULL,
    [recorded_at] bigint NOT NULL,
    [fold_version] int NOT NULL,
    [status] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [since] bigint NOT NULL,
    [due] bigint NULL,
    [state] varbinary(max) NOT NULL,
    CONSTRAINT [pk_gdpr_head] PRIMARY KEY ([stream_kind], [subject], [stream_key])
);
GO

IF OBJECT_ID(N'[gdpr_lease]', N'U') IS NULL
CREATE TABLE [gdpr_lease] (
    [name] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] bigint NOT NULL,
    [holder] varbinary(16) NOT NULL,
    [taken_by] varbinary(16) NOT NULL,
    [expires_at] bigint NOT NULL,
    [progress] varbinary(4096) NOT NULL,
    CONSTRAINT [pk_gdpr_lease] PRIMARY KEY ([name])
);
GO

IF OBJECT_ID(N'[gdpr_order]', N'U') IS NULL
CREATE TABLE [gdpr_order] (
    [position] bigint NOT NULL,
    [entry_id] varbinary(16) NOT NULL,
    [hash] varbinary(32) NOT NULL,
    CONSTRAINT [pk_gdpr_order] PRIMARY KEY ([position])
);
GO

IF OBJECT_ID(N'[gdpr_subject_link]', N'U') IS NULL
CREATE TABLE [gdpr_subject_link] (
    [subject_kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject_key] nvarchar(380) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject] varbinary(16) NOT NULL,
    [linked_at] bigint NOT NULL,
    CONSTRAINT [pk_gdpr_subject_link] PRIMARY KEY ([subject_kind], [subject_key]),
    CONSTRAINT [ck_gdpr_subject_link_subject_key] CHECK (DATALENGTH([subject_key]) = DATALENGTH(RTRIM([subject_key])))
);
GO

IF OBJECT_ID(N'[gdpr_tip]', N'U') IS NULL
CREATE TABLE [gdpr_tip] (
    [id] int NOT NULL,
    [ledger] varbinary(16) NOT NULL,
    [size] bigint NOT NULL,
    [edge] varbinary(2016) NOT NULL,
    [mirrored_size] bigint NOT NULL,
    CONSTRAINT [pk_gdpr_tip] PRIMARY KEY ([id])
);
GO

IF OBJECT_ID(N'[gdpr_tree_node]', N'U') IS NULL
CREATE TABLE [gdpr_tree_node] (
    [level] int NOT NULL,
    [place] bigint NOT NULL,
    [hash] varbinary(32) NOT NULL,
    CONSTRAINT [pk_gdpr_tree_node] PRIMARY KEY ([level], [place])
);
GO

IF OBJECT_ID(N'[gdpr_unordered_entry]', N'U') IS NULL
CREATE TABLE [gdpr_unordered_entry] (
    [number] bigint NOT NULL IDENTITY,
    [entry_id] varbinary(16) NOT NULL,
    CONSTRAINT [pk_gdpr_unordered_entry] PRIMARY KEY ([number])
);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'ix_gdpr_entry_stream' AND object_id = OBJECT_ID(N'[gdpr_entry]'))
CREATE UNIQUE INDEX [ix_gdpr_entry_stream] ON [gdpr_entry] ([stream_kind], [subject], [stream_key], [version]);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'ix_gdpr_head_status' AND object_id = OBJECT_ID(N'[gdpr_head]'))
CREATE INDEX [ix_gdpr_head_status] ON [gdpr_head] ([stream_kind], [status], [due]);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'ix_gdpr_head_subject' AND object_id = OBJECT_ID(N'[gdpr_head]'))
CREATE INDEX [ix_gdpr_head_subject] ON [gdpr_head] ([subject], [stream_kind], [stream_key]);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'ix_gdpr_order_entry' AND object_id = OBJECT_ID(N'[gdpr_order]'))
CREATE UNIQUE INDEX [ix_gdpr_order_entry] ON [gdpr_order] ([entry_id]);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'ix_gdpr_subject_link_subject' AND object_id = OBJECT_ID(N'[gdpr_subject_link]'))
CREATE UNIQUE INDEX [ix_gdpr_subject_link_subject] ON [gdpr_subject_link] ([subject]);
GO

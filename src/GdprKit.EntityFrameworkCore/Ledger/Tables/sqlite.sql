-- The tables of GdprKit, for applications whose database comes first. Running it again changes nothing.
-- Made of the same model as migrations are, and held to it by a test; do not change it by hand.

CREATE TABLE IF NOT EXISTS "gdpr_content" (
    "digest" BLOB NOT NULL CONSTRAINT "pk_gdpr_content" PRIMARY KEY,
    "bytes" BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_entry" (
    "entry_id" BLOB NOT NULL CONSTRAINT "pk_gdpr_entry" PRIMARY KEY,
    "stream_kind" TEXT COLLATE BINARY NOT NULL,
    "subject" BLOB NOT NULL,
    "stream_key" TEXT COLLATE BINARY NOT NULL,
    "version" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "entry_type" TEXT COLLATE BINARY NOT NULL,
    "salt" BLOB NOT NULL,
    "facts" BLOB NOT NULL,
    "details_commitment" BLOB NULL,
    "content" BLOB NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_entry_details" (
    "entry_id" BLOB NOT NULL CONSTRAINT "pk_gdpr_entry_details" PRIMARY KEY,
    "salt" BLOB NOT NULL,
    "texts" BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_expired_entry" (
    "entry_id" BLOB NOT NULL CONSTRAINT "pk_gdpr_expired_entry" PRIMARY KEY,
    "hash" BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_head" (
    "stream_kind" TEXT COLLATE BINARY NOT NULL,
    "subject" BLOB NOT NULL,
    "stream_key" TEXT COLLATE BINARY NOT NULL,
    "version" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "fold_version" INTEGER NOT NULL,
    "status" TEXT COLLATE BINARY NOT NULL,
    "since" INTEGER NOT NULL,
    "due" INTEGER NULL,
    "state" BLOB NOT NULL,
    CONSTRAINT "pk_gdpr_head" PRIMARY KEY ("stream_kind", "subject", "stream_key")
);

CREATE TABLE IF NOT EXISTS "gdpr_lease" (
    "name" TEXT COLLATE BINARY NOT NULL CONSTRAINT "pk_gdpr_lease" PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "holder" BLOB NOT NULL,
    "taken_by" BLOB NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "progress" BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_order" (
    "position" INTEGER NOT NULL CONSTRAINT "pk_gdpr_order" PRIMARY KEY,
    "entry_id" BLOB NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_subject_link" (
    "subject_kind" TEXT COLLATE BINARY NOT NULL,
    "subject_key" TEXT COLLATE BINARY NOT NULL,
    "subject" BLOB NOT NULL,
    "linked_at" INTEGER NOT NULL,
    CONSTRAINT "pk_gdpr_subject_link" PRIMARY KEY ("subject_kind", "subject_key")
);

CREATE TABLE IF NOT EXISTS "gdpr_tip" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_gdpr_tip" PRIMARY KEY,
    "ledger" BLOB NOT NULL,
    "size" INTEGER NOT NULL,
    "edge" BLOB NOT NULL,
    "mirrored_size" INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS "gdpr_tree_node" (
    "level" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "pk_gdpr_tree_node" PRIMARY KEY ("level", "place")
);

CREATE TABLE IF NOT EXISTS "gdpr_unordered_entry" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_gdpr_unordered_entry" PRIMARY KEY,
    "entry_id" BLOB NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS "ix_gdpr_entry_stream" ON "gdpr_entry" ("stream_kind", "subject", "stream_key", "version");

CREATE INDEX IF NOT EXISTS "ix_gdpr_head_status" ON "gdpr_head" ("stream_kind", "status", "due");

CREATE INDEX IF NOT EXISTS "ix_gdpr_head_subject" ON "gdpr_head" ("subject", "stream_kind", "stream_key");

CREATE UNIQUE INDEX IF NOT EXISTS "ix_gdpr_order_entry" ON "gdpr_order" ("entry_id");

CREATE UNIQUE INDEX IF NOT EXISTS "ix_gdpr_subject_link_subject" ON "gdpr_subject_link" ("subject");

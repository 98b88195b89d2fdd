-- The tables of GdprKit, for applications whose database comes first. Running it again changes nothing.
-- Made of the same model as migrations are, and held to it by a test; do not change it by hand.

CREATE TABLE IF NOT EXISTS gdpr_content (
    digest bytea NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_gdpr_content PRIMARY KEY (digest)
);

CREATE TABLE IF NOT EXISTS gdpr_entry (
    entry_id bytea NOT NULL,
    stream_kind character varying(64) COLLATE "C" NOT NULL,
    subject bytea NOT NULL,
    stream_key character varying(128) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    recorded_at bigint NOT NULL,
    entry_type character varying(69) COLLATE "C" NOT NULL,
    salt bytea NOT NULL,
    facts bytea NOT NULL,
    details_commitment bytea,
    content bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_gdpr_entry PRIMARY KEY (entry_id)
);

CREATE TABLE IF NOT EXISTS gdpr_entry_details (
    entry_id bytea NOT NULL,
    salt bytea NOT NULL,
    texts bytea NOT NULL,
    CONSTRAINT pk_gdpr_entry_details PRIMARY KEY (entry_id)
);

CREATE TABLE IF NOT EXISTS gdpr_expired_entry (
    entry_id bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_gdpr_expired_entry PRIMARY KEY (entry_id)
);

CREATE TABLE IF NOT EXISTS gdpr_head (
    stream_kind character varying(64) COLLATE "C" NOT NULL,
    subject bytea NOT NULL,
    stream_key character varying(128) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    based_on bigint NOT NULL,
    recorded_at bigint NOT NULL,
    fold_version integer NOT NULL,
    status character varying(64) COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    due bigint,
    state bytea NOT NULL,
    CONSTRAINT pk_gdpr_head PRIMARY KEY (stream_kind, subject, stream_key)
);

CREATE TABLE IF NOT EXISTS gdpr_lease (
    name character varying(64) COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    holder bytea NOT NULL,
    taken_by bytea NOT NULL,
    expires_at bigint NOT NULL,
    progress bytea NOT NULL,
    CONSTRAINT pk_gdpr_lease PRIMARY KEY (name)
);

CREATE TABLE IF NOT EXISTS gdpr_subject_link (
    subject_kind character varying(64) COLLATE "C" NOT NULL,
    subject_key character varying(380) COLLATE "C" NOT NULL,
    subject bytea NOT NULL,
    linked_at bigint NOT NULL,
    CONSTRAINT pk_gdpr_subject_link PRIMARY KEY (subject_kind, subject_key)
);

CREATE TABLE IF NOT EXISTS gdpr_unordered_entry (
    entry_id bytea NOT NULL,
    CONSTRAINT pk_gdpr_unordered_entry PRIMARY KEY (entry_id)
);

CREATE UNIQUE INDEX IF NOT EXISTS ix_gdpr_entry_stream ON gdpr_entry (stream_kind, subject, stream_key, version);

CREATE INDEX IF NOT EXISTS ix_gdpr_head_status ON gdpr_head (stream_kind, status, due);

CREATE INDEX IF NOT EXISTS ix_gdpr_head_subject ON gdpr_head (subject, stream_kind, stream_key);

CREATE UNIQUE INDEX IF NOT EXISTS ix_gdpr_subject_link_subject ON gdpr_subject_link (subject);

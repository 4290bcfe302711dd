-- One set of migrations for H2 and PostgreSQL: standard SQL, names unquoted, text as unlimited varchar.

-- What a reader sent, the verdict on it, and what stands now. One row, so that a comment and its
-- verdict cannot come apart.
create table comments (
  id uuid primary key,
  site varchar not null,
  page_id varchar not null,
  -- The start of page_id: short enough for an index, whatever a form sends.
  page_key varchar(100) not null,
  page_url varchar not null,
  page_section varchar not null,
  parent varchar not null,
  author_name varchar not null,
  author_email varchar not null,
  -- The address in lower case; null if there is none or if it is too long to be one.
  author_key varchar(254),
  author_url varchar not null,
  author_address varchar not null,
  body varchar not null,
  received_at timestamp(6) with time zone not null,
  -- The verdict
  outcome varchar(10) not null check (outcome in ('approve', 'hold', 'reject')),
  reasons varchar not null,
  findings varchar not null,
  rules varchar not null,
  models varchar not null,
  -- What stands now
  state varchar(10) not null check (state in ('approve', 'hold', 'reject')),
  version integer not null,
  -- The decision that stands, or null. No foreign key: H2 would maintain an index for it.
  decision bigint
);

create index comments_by_state on comments (state, id);
create index comments_by_page on comments (site, page_key, state, id);
create index comments_by_author on comments (site, author_key, id desc, state);

-- What people decided. Rows are only ever added: an undo is a row that names the decision it takes
-- back.
create table decisions (
  number bigint generated always as identity primary key,
  comment_id uuid not null references comments (id),
  from_state varchar(10) not null check (from_state in ('approve', 'hold', 'reject')),
  to_state varchar(10) not null check (to_state in ('approve', 'hold', 'reject')),
  decided_by varchar not null,
  decided_at timestamp(6) with time zone not null,
  note varchar not null,
  -- The decision that stood before this one, or null.
  previous bigint references decisions (number),
  -- The decision that this row takes back, or null if it is a decision itself.
  undoes bigint unique references decisions (number)
);

create index decisions_by_comment on decisions (comment_id, number);

-- Who did what. Rows are only ever added; they hold nothing that a reader wrote.
create table audit (
  number bigint generated always as identity primary key,
  happened_at timestamp(6) with time zone not null,
  actor varchar not null,
  action varchar not null,
  comment_id uuid,
  detail varchar not null
);

create index audit_by_comment on audit (comment_id);

-- People who sign in at the desk.
create table people (
  name_key varchar(200) primary key,
  name varchar(200) not null,
  password_hash varchar not null
);

create table sessions (
  token_hash varchar(200) primary key,
  name_key varchar(200) not null references people (name_key),
  expires_at timestamp(6) with time zone not null
);

-- Sign-ins that failed, under a digest of what was typed: people type passwords as names.
create table failures (
  key_hash varchar(64) not null,
  failed_at timestamp(6) with time zone not null
);

create index failures_by_key on failures (key_hash, failed_at);
create index failures_by_time on failures (failed_at);

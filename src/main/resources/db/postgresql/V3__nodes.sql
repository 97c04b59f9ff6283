-- What only several nodes on PostgreSQL need.

-- Words are compared character by character, as H2 does: the search reads ranges of them in the order of the index.
alter table person_word alter column word type varchar(64) collate "C";

-- How often somebody has done what is limited for all nodes together. It may be lost: then they begin anew.
create unlogged table bucket (
  id varchar(200) primary key,
  state bytea not null,
  expires_at timestamp with time zone not null
);
create index bucket_expires on bucket (expires_at);

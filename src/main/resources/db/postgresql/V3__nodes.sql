-- What only several nodes on PostgreSQL need.

-- Words are compared character by character, as H2 does: the search reads ranges of them in the order of the index.
alter table person_word alter column word type varchar(64) collate "C";

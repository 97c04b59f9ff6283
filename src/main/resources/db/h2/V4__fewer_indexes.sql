-- What only H2 needs. It keeps an index for each foreign key, beside one that begins with the same column (it takes none that
-- has more columns), and each index takes part in every row that is written and in every row that changes: of the 20 trees of
-- these three tables that every message wrote to, 9 were read by nobody. So these keys are held by PostgreSQL alone, on which
-- all tests run once more. Who writes a message is in its conversation, by the statement that numbers it, and no person,
-- conversation or message is ever deleted. The names are those that H2 has given to the keys of V1. H2 keeps each of these
-- statements by itself, so all may be run again by whoever starts after one who was killed between two of them.

alter table conversation drop constraint if exists constraint_b6;
alter table conversation drop constraint if exists constraint_b63;
alter table conversation drop constraint if exists constraint_b63c;
alter table participant drop constraint if exists constraint_a;
alter table participant drop constraint if exists constraint_ae;
alter table message drop constraint if exists constraint_63b;
alter table message drop constraint if exists constraint_63b6;
alter table message drop constraint if exists constraint_63b68b;

-- Written down anew, this one takes the index of V1 that has just its column.
alter table message drop constraint if exists constraint_63b68;
alter table message drop constraint if exists message_replied;
alter table message add constraint message_replied foreign key (reply_to_id) references message (id) nocheck;

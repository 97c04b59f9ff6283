-- Who comes back to a group sees again what they saw when they were in it before.

-- Behind this number is what they have seen first, in whichever stay.
alter table participant add column first_seq bigint default 0 not null;
update participant set first_seq = from_seq;

-- With this number they came for the last time: whoever came first looks after the group when its owner leaves.
alter table participant add column came_seq bigint default 0 not null;
update participant set came_seq = from_seq;

-- What they saw in a stay that has ended is behind the one number, and not behind the other.
create table former_stay (
  conversation_id bigint not null,
  person_id bigint not null,
  from_seq bigint not null,
  to_seq bigint not null,
  primary key (conversation_id, person_id, to_seq),
  foreign key (conversation_id, person_id) references participant (conversation_id, person_id)
);

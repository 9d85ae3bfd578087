-- One code a phone, the newest; neither number nor code can be read from it.
create table marketplace.phone_code (
    phone_index bytea primary key,
    code_hash   bytea not null,
    tries       int not null default 0 check (tries >= 0),
    expires_at  timestamptz not null
);

alter table marketplace.attempt drop constraint attempt_kind_check;
alter table marketplace.attempt add constraint attempt_kind_check
    check (kind in ('SIGN_IN', 'REGISTER', 'RESET', 'SECOND_FACTOR', 'ASSISTANCE', 'PHONE_CODE'));

-- What operators decide about searches. A rule is never changed: it is ended and another is made, so that it can be
-- read later what was in force when, and by whom.
create table search.rule (
    id uuid primary key,
    number bigint not null generated always as identity unique,
    kind text not null check (kind in ('SYNONYM', 'PIN', 'HIDE', 'BOOST')),
    asked text not null check (length(asked) <= 60),
    words text[] not null,
    listing_id uuid,
    place int check (place between 1 and 10),
    trait text check (trait in ('CATEGORY', 'PROVINCE', 'COUNTY', 'MERCHANT')),
    value text,
    strength int check (strength between -3 and 3 and strength <> 0),
    from_at timestamptz not null,
    until_at timestamptz,
    note text not null check (length(note) <= 200),
    made_by uuid not null,
    made_at timestamptz not null default marketplace.clock_now(),
    ended_by uuid,
    ended_at timestamptz,
    again_of uuid unique references search.rule,
    constraint rule_days check (until_at is null or until_at > from_at),
    constraint rule_end check ((ended_by is null) = (ended_at is null)),
    constraint rule_says_what check (case kind
        when 'SYNONYM' then asked = '' and cardinality(words) between 2 and 8
        when 'PIN' then asked <> '' and listing_id is not null and place is not null
        when 'HIDE' then listing_id is not null
        when 'BOOST' then trait is not null and value is not null and strength is not null
        end)
);
create index rule_in_force on search.rule (number) where ended_at is null;
comment on column search.rule.asked is 'the text searched for, folded; empty where a rule holds for every search';
comment on column search.rule.again_of is 'the ended rule that was put back by this one';
comment on column search.rule.until_at is 'the first moment it no longer holds';
revoke delete, truncate on search.rule from terrace_app;

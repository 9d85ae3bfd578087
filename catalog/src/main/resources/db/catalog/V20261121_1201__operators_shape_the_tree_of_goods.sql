alter table category add column retired boolean not null default false;
-- whether goods of the kind are fresh and perishable by nature; null: as the category above says
alter table category add column freshness text check (freshness in ('KEEPS', 'DEPENDS', 'PERISHES'));
alter table category add column version bigint not null default 1;

create table attribute (
    id uuid primary key,
    category_id uuid not null references category,
    kind text not null check (kind in ('TEXT', 'NUMBER', 'CHOICE', 'YES_NO')),
    name_zh text not null check (char_length(name_zh) between 1 and 20),
    name_en text not null check (char_length(name_en) between 1 and 40),
    unit text not null default '' check (char_length(unit) <= 10),
    required boolean not null,
    retired boolean not null default false,
    position integer not null,
    -- the words of a choice; goods keep the Chinese one
    choices_zh text[] not null default '{}',
    choices_en text[] not null default '{}',
    version bigint not null default 1,
    check (cardinality(choices_zh) = cardinality(choices_en)),
    check ((kind = 'CHOICE') = (cardinality(choices_zh) > 0)),
    check (unit = '' or kind = 'NUMBER')
);
create unique index attribute_name on attribute (category_id, name_zh) where not retired;

create table category (
    id uuid primary key,
    parent_id uuid,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    level smallint not null check (level between 1 and 3),
    position integer not null default 0,
    check ((level = 1) = (parent_id is null)),
    -- lets children prove that their parent stands exactly one level above
    unique (id, level),
    parent_level smallint generated always as (level - 1) stored,
    foreign key (parent_id, parent_level) references category (id, level)
);
create index category_parent on category (parent_id);

create table freight_template (
    id uuid primary key,
    merchant_id uuid not null,
    name text not null check (name <> '')
);
create index freight_template_merchant on freight_template (merchant_id);

create table freight_zone (
    template_id uuid not null references freight_template on delete cascade,
    province_code text not null check (province_code ~ '^[0-9]{2}$'), -- 00: everywhere else
    delivered boolean not null,
    first_grams bigint not null check (first_grams > 0),
    first_fen bigint not null check (first_fen >= 0),
    step_grams bigint not null check (step_grams > 0),
    step_fen bigint not null check (step_fen >= 0),
    free_from_fen bigint check (free_from_fen >= 0),
    currency char(3) not null default 'CNY',
    primary key (template_id, province_code)
);

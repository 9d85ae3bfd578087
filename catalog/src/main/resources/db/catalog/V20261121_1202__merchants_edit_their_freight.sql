alter table freight_template add column version bigint not null default 1;

-- whether goods go up from the villages or down to them; null: as the category above says, up where none says anything
alter table catalog.category add column direction text check (direction in ('UP', 'DOWN'));

-- what goes down is in other classes of goods than food and farm goods: fertiliser, tools, packaging, household goods
alter table catalog.category drop constraint category_classification_check;
alter table catalog.category add constraint category_classification_check
    check (classification ~ '^(0[1-9]|[12][0-9]|3[0-4])[0-9]{2}$');

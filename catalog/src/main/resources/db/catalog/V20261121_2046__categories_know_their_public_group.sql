-- group of the Nice classification that goods of the category belong to; null: as the category above says
alter table catalog.category add column classification text check (classification ~ '^(29|30|31)[0-9]{2}$');

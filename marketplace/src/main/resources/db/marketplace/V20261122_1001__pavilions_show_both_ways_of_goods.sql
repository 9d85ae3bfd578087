-- two more parts of a pavilion's page: what goes up from the villages, and what goes down to them
alter table marketplace.arrangement drop constraint arrangement_sections_check;
alter table marketplace.arrangement add constraint arrangement_sections_check check (sections <@ array
    ['STORY', 'SEASON', 'COUNTIES', 'FLAGSHIP', 'PICKS', 'UP', 'DOWN', 'GOODS', 'MERCHANTS', 'CERTIFICATES', 'PLACES']);

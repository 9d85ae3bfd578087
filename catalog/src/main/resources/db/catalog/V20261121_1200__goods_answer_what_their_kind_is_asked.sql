alter table listing add column harvest_to_ship_hours integer not null default 0
    check (harvest_to_ship_hours between 0 and 720);
alter table listing add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object');

-- Undoing a sheet reads what a listing was: the words of those handed in so far get the shape of today.
create function said(was jsonb) returns jsonb language sql immutable as $$
    select jsonb_build_object('id', was -> 'id', 'merchantId', was -> 'merchantId', 'skus', was -> 'skus',
        'about', jsonb_build_object(
            'categoryId', was -> 'categoryId', 'title', was -> 'title', 'story', was -> 'story',
            'origin', jsonb_build_object('countyCode', was -> 'countyCode', 'village', was -> 'village'),
            'looks', jsonb_build_object('motif', was -> 'motif'),
            'proof', jsonb_build_object('certificates', was -> 'certificates'),
            'keeping', jsonb_build_object('storage', was -> 'storage', 'shelfLifeDays', was -> 'shelfLifeDays',
                'season', was -> 'season', 'perishable', was -> 'perishable', 'harvestToShipHours', 0),
            'attributes', '{}'::jsonb, 'vatKind', was -> 'vatKind',
            'freightTemplateId', was -> 'freightTemplateId'))
$$;
update sheet_row set before = said(before), after = said(after) where before is not null and after is not null;
drop function said(jsonb);

-- A pledge shows what was bought with an organisation's help.
create index line_share_of_organiser on orders.line_share (bearer_id, order_id) where bearer = 'ORGANISER';

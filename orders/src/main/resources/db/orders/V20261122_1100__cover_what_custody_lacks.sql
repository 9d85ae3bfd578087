-- A third kind: from the platform's own account into custody, what that lacks beyond its commission.
alter table orders.own_move drop constraint own_move_kind_check;
alter table orders.own_move add constraint own_move_kind_check check (kind in ('TOP_UP', 'COVER', 'SWEEP'));

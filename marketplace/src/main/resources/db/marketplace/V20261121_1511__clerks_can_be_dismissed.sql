-- The row stays: households read for which office somebody acted.
alter table marketplace.clerk add column dismissed_at timestamptz;

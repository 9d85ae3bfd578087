-- when a shop was last written to that it is asked something: one letter an hour, however fast it answers
create table catalog.question_letter (
    merchant_id uuid primary key,
    sent_at timestamptz not null default marketplace.clock_now()
);
revoke delete, truncate on catalog.question_letter from terrace_app;

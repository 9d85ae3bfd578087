-- One small sum of the platform's own, sent to learn whose an account is.
create table orders.proof (
    id              uuid primary key,
    bank_account_id uuid   not null,
    merchant_id     uuid   not null,
    day             date   not null,
    -- no more than this many a day
    number_of_day   int    not null check (number_of_day between 1 and 3),
    -- CHECKING: the name; SENDING: not known to be at the bank; SENT: the merchant is to say how much; then the ends
    state           text   not null default 'CHECKING'
        check (state in ('CHECKING', 'SENDING', 'SENT', 'PROVEN', 'SPENT', 'DIFFERS', 'UNKNOWN', 'DROPPED', 'RETURNED')),
    fen             bigint not null default 0 check (fen between 0 and 99),
    wrong_guesses   int    not null default 0 check (wrong_guesses between 0 and 3),
    last_guess      bigint,
    attempt         int    not null default 1,
    bank_ref        text,
    tries           int    not null default 0,
    due_at          timestamptz,
    trouble         text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    in_file         date,
    unique (merchant_id, day, number_of_day),
    check ((fen = 0) = (state in ('CHECKING', 'DIFFERS', 'UNKNOWN', 'DROPPED')))
);
create unique index proof_one_open on orders.proof (bank_account_id) where state in ('CHECKING', 'SENDING', 'SENT');
create index proof_due on orders.proof (due_at) where due_at is not null;
create index proof_not_in_file on orders.proof (sent_at) where sent_at is not null and in_file is null;

revoke delete, truncate on orders.proof from terrace_app;

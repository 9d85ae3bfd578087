create table question (
    id uuid primary key,
    listing_id uuid not null references listing,
    merchant_id uuid not null,
    member_id uuid not null,
    text text not null check (char_length(text) between 4 and 200),
    asked_at timestamptz not null default marketplace.clock_now(),
    -- the present answer; every version of it is a row of question_answer
    answer text not null default '' check (char_length(answer) <= 500),
    answer_version integer not null default 0 check (answer_version >= 0),
    answered_at timestamptz,
    hidden_reason text not null default '' check (char_length(hidden_reason) <= 200),
    answer_hidden_reason text not null default '' check (char_length(answer_hidden_reason) <= 200),
    check ((answer_version = 0) = (answered_at is null)),
    check ((answer_version = 0) = (answer = '')),
    check (answer_version > 0 or answer_hidden_reason = '')
);
-- asked twice is asked once
create unique index question_once on question (listing_id, member_id, md5(text));
-- what the public reads, newest answer first
create index question_open on question (listing_id, answered_at, id)
    where answered_at is not null and hidden_reason = '' and answer_hidden_reason = '';
create index question_merchant on question (merchant_id, (answered_at is not null), id);
create index question_member on question (member_id, asked_at);

create table question_answer (
    question_id uuid not null references question,
    version integer not null check (version > 0),
    text text not null check (char_length(text) between 2 and 500),
    answered_by uuid not null,
    answered_at timestamptz not null default marketplace.clock_now(),
    primary key (question_id, version)
);
revoke update, delete, truncate on question_answer from terrace_app;
revoke delete, truncate on question from terrace_app;

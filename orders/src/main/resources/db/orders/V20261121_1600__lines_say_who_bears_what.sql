-- What of a line's price the buyer does not pay, and who bears it instead. The merchant's own part lowers the sale
-- (discount_fen); the others' parts are paid into escrow for the buyer (subsidy_fen). Carriage takes no part in either.
alter table orders.order_line
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    add column subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
    add constraint order_line_cash check (discount_fen + subsidy_fen <= amount_fen);

alter table orders.customer_order
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    add column subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
    add constraint customer_order_cash check (discount_fen + subsidy_fen <= goods_fen);

alter table orders.purchase
    add column discount_fen bigint not null default 0 check (discount_fen >= 0),
    add column subsidy_fen bigint not null default 0 check (subsidy_fen >= 0),
    add column donation_fen bigint not null default 0 check (donation_fen >= 0),
    -- the charity's code, as in the account donation:{charity}
    add column donation_to text,
    -- what the payment must be
    add column due_fen bigint not null
        generated always as (total_fen - discount_fen - subsidy_fen + donation_fen) stored,
    add constraint purchase_cash check (total_fen - discount_fen - subsidy_fen > 0),
    add constraint purchase_donation check ((donation_fen > 0) = (donation_to is not null));

create table orders.line_share (
    order_id  uuid not null,
    position  int  not null,
    bearer    text not null check (bearer in ('MERCHANT', 'PLATFORM', 'ORGANISER', 'POINTS')),
    -- the organisation, where an organiser bears it
    bearer_id uuid,
    -- the coupon it came by, if it came by one
    coupon_id uuid,
    fen       bigint not null check (fen > 0),
    currency  char(3) not null default 'CNY' check (currency = 'CNY'),
    foreign key (order_id, position) references orders.order_line,
    unique nulls not distinct (order_id, position, bearer, bearer_id, coupon_id),
    check ((bearer = 'ORGANISER') = (bearer_id is not null)),
    check (bearer <> 'POINTS' or coupon_id is null)
);
revoke update, delete, truncate on orders.line_share from terrace_app;

-- At commit: shares make up their lines, lines their order, orders their purchase, to the fen.
create function orders.check_shares(checked uuid) returns void language plpgsql as $$
begin
    if exists (
        select from orders.order_line l
        left join (
            select position, coalesce(sum(fen) filter (where bearer = 'MERCHANT'), 0) as discount,
                coalesce(sum(fen) filter (where bearer <> 'MERCHANT'), 0) as subsidy
            from orders.line_share where order_id = checked group by position) s on s.position = l.position
        where l.order_id = checked
            and (l.discount_fen, l.subsidy_fen) <> (coalesce(s.discount, 0), coalesce(s.subsidy, 0)))
    then
        raise exception 'order %: shares do not make up its lines', checked
            using errcode = 'check_violation', constraint = 'shares_make_up_lines';
    end if;
    if exists (
        select from orders.customer_order o
        join (select sum(discount_fen) as discount, sum(subsidy_fen) as subsidy
            from orders.order_line where order_id = checked) l
            on (o.discount_fen, o.subsidy_fen) <> (l.discount, l.subsidy)
        where o.id = checked)
    then
        raise exception 'order %: lines do not make up its sums', checked
            using errcode = 'check_violation', constraint = 'lines_make_up_orders';
    end if;
    if exists (
        select from orders.customer_order asked
        join orders.purchase p on p.id = asked.purchase_id
        join lateral (select sum(discount_fen) as discount, sum(subsidy_fen) as subsidy
            from orders.customer_order where purchase_id = p.id) o
            on (p.discount_fen, p.subsidy_fen) <> (o.discount, o.subsidy)
        where asked.id = checked)
    then
        raise exception 'order %: its purchase has other sums', checked
            using errcode = 'check_violation', constraint = 'orders_make_up_purchases';
    end if;
end $$;

create function orders.order_shares() returns trigger language plpgsql as $$
begin
    perform orders.check_shares(new.id);
    return null;
end $$;
create function orders.line_shares() returns trigger language plpgsql as $$
begin
    perform orders.check_shares(new.order_id);
    return null;
end $$;
create function orders.purchase_shares() returns trigger language plpgsql as $$
begin
    perform orders.check_shares(id) from orders.customer_order where purchase_id = new.id;
    return null;
end $$;

-- a purchase at full price, which is most of them, fires none of these
create constraint trigger order_shares after insert on orders.customer_order deferrable initially deferred
    for each row when (new.discount_fen + new.subsidy_fen > 0) execute function orders.order_shares();
create constraint trigger line_shares after insert on orders.order_line deferrable initially deferred
    for each row when (new.discount_fen + new.subsidy_fen > 0) execute function orders.line_shares();
create constraint trigger share_shares after insert on orders.line_share deferrable initially deferred
    for each row execute function orders.line_shares();
create constraint trigger purchase_shares after insert on orders.purchase deferrable initially deferred
    for each row when (new.discount_fen + new.subsidy_fen > 0) execute function orders.purchase_shares();

-- what an order holds in escrow is what was sold for, less the merchant's own discount
drop index orders.customer_order_in_escrow;
create index customer_order_in_escrow on orders.customer_order (merchant_id) include (total_fen, discount_fen)
    where state in ('TO_SHIP', 'SHIPPED');

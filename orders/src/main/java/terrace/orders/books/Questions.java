package terrace.orders.books;

/**
 * What the database is asked for each invariant: how much is off, and one example. Where all of the books would take
 * too long, only journals after a link of the chain, and the accounts they touched, are looked at.
 */
final class Questions {

    private static final String JOURNALS_AFTER = """
            select l.journal_id from orders.journal_link l, since where l.seq > since.seq
            union all select journal_id from orders.journal_loose""";

    private static final String TOUCHED = """
            , touched as materialized (
                select distinct e.account from orders.entry e join scope using (journal_id))
            """;

    /** One argument: the link after which journals are looked at, 0 for all. */
    static final String SCOPE =
            "with since as (select ?::bigint as seq), scope as materialized (" + JOURNALS_AFTER + ")" + TOUCHED;

    /**
     * The same where few journals came after the link. The planner takes an array it cannot look into for short, and so
     * looks up what belongs to these by key; of a comparison with a link it thinks a third of all there are.
     */
    static final String SCOPE_OF_FEW =
            "with since as (select ?::bigint as seq), scope as materialized (select unnest(array(" + JOURNALS_AFTER
                    + ")) as journal_id)" + TOUCHED;

    private static final String JOURNALS_BALANCE = """
            select count(*), min(journal_id::text) from (
                select e.journal_id from orders.entry e join scope using (journal_id)
                group by e.journal_id, e.currency
                having sum(case e.side when 'D' then e.fen else -e.fen end) <> 0) wrong""";

    private static final String BOOKS_BALANCE = """
            select abs(coalesce((select sum(debit - credit) from orders.balance), 0)
                 + coalesce((select sum(debit - credit) from orders.rolled), 0)
                 + coalesce((select sum(case e.side when 'D' then e.fen else -e.fen end)
                             from orders.journal_loose l join orders.entry e on e.journal_id = l.journal_id
                             join orders.account a on a.code = e.account and a.hot), 0)), 'fen'""";

    /** What the balances moved by since then; a hot account has none of its own, so its entries are taken. */
    private static final String BOOKS_BALANCE_TOUCHED = """
            select abs(coalesce(sum(moved), 0)), 'fen' from (
                select b.debit - b.credit - coalesce((
                    select sum(case e.side when 'D' then e.fen else -e.fen end) from orders.entry e
                    where e.account = b.account
                        and not exists (select from scope where scope.journal_id = e.journal_id)), 0)
                from touched join orders.balance b using (account)
                union all
                select case e.side when 'D' then e.fen else -e.fen end
                from scope join orders.entry e using (journal_id)
                join orders.account a on a.code = e.account and a.hot) moves (moved)""";

    private static final String BALANCES_ARE_SUMS = """
            select count(*), min(account) from (
                select t.account from touched t join orders.account a on a.code = t.account and not a.hot
                left join orders.balance b on b.account = t.account
                cross join lateral (
                    select coalesce(sum(fen) filter (where side = 'D'), 0) as debit,
                           coalesce(sum(fen) filter (where side = 'C'), 0) as credit
                    from orders.entry e where e.account = t.account) s
                where b.account is null or b.debit <> s.debit or b.credit <> s.credit
                union all
                select r.account from orders.rolled r, since, lateral (
                    select coalesce(sum(fen) filter (where side = 'D'), 0) as debit,
                           coalesce(sum(fen) filter (where side = 'C'), 0) as credit
                    from orders.entry e join orders.journal_link l on l.journal_id = e.journal_id
                    where e.account = r.account) s
                where since.seq = 0 and (r.debit <> s.debit or r.credit <> s.credit)) wrong""";

    private static final String NOTHING_CHANGED = """
            select count(*), min(what) from (
                select 'link ' || b from since, orders.broken_links(since.seq + 1, 9223372036854775807) b
                union all
                select 'gap' from orders.journal_link having max(seq) <> count(*)
                union all
                select 'journals' where (select count(*) from orders.journal)
                    <> (select count(*) from orders.journal_link) + (select count(*) from orders.journal_loose)
                union all
                select 'head of ' || c.day from orders.day_closing c
                left join orders.journal_link l on l.seq = c.chain_seq
                where c.chain_seq > 0 and encode(l.hash, 'hex') is distinct from c.chain_hash
                ) wrong (what)""";

    /** The links made since then, and whether each entry of what was touched belongs to one, or waits for its own. */
    private static final String NOTHING_CHANGED_TOUCHED = """
            with held as materialized (select account from touched join orders.balance b using (account))
            select count(*), min(what) from (
                select 'link ' || b from since, orders.broken_links(since.seq + 1, 9223372036854775807) b
                union all
                select 'gap' from orders.journal_link l, since where l.seq > since.seq
                group by since.seq having max(l.seq) - since.seq <> count(*)
                union all
                select 'journal ' || e.journal_id from held join orders.entry e using (account)
                where not exists (select from orders.journal_link l where l.journal_id = e.journal_id)
                    and not exists (select from orders.journal_loose l where l.journal_id = e.journal_id)
                ) wrong (what)""";

    private static final String POSTED_ONCE = """
            select count(*), min(what) from (
                select j.source_type || ' ' || j.source_id from orders.journal j join scope on journal_id = j.id
                group by j.source_type, j.source_id, j.kind, j.seq having count(*) > 1
                union all
                select 'constraint' where not exists (
                    select from pg_constraint where conrelid = 'orders.journal'::regclass and contype = 'u')
                ) wrong (what)""";

    private static final String FLOORS_HOLD = """
            select count(*), min(b.account) from orders.balance b join touched using (account)
            where case b.normal when 'D' then b.debit - b.credit else b.credit - b.debit end < b.floor""";

    private static final String CLOSED_ORDERS_CLEAR = """
            select count(*), min(account) from (
                select b.account from touched join orders.balance b using (account)
                join orders.customer_order o on o.id = substring(b.account from 14)::uuid
                where b.account like 'escrow:order:%' and b.debit <> b.credit and o.state in ('ACCEPTED', 'CANCELLED')
                union all
                select b.account from touched join orders.balance b using (account)
                join orders.refund r on r.id = substring(b.account from 17)::uuid
                where b.account like 'refund:inflight:%' and b.debit <> b.credit and r.in_file is not null) wrong""";

    private static final String REFUNDS_WITHIN_PAYMENTS = """
            select count(*), min(id::text) from (
                select p.id from orders.payment p join orders.refund r on r.payment_id = p.id
                where r.state <> 'FAILED' and p.id in (
                    select f.payment_id from touched join orders.refund f on f.id = substring(account from 17)::uuid
                    where account like 'refund:inflight:%')
                group by p.id, p.received_fen having sum(r.fen) > coalesce(p.received_fen, 0)
                union all
                select order_id from orders.line_reversed
                where reversed_fen > net_fen or reversed_cash_fen > cash_fen) wrong""";

    private static final String BANK_CLEARS = """
            select coalesce(sum(off), 0), min(what) from (
                select count(*) as off, 'payment ' || min(p.id::text) as what from orders.payment p
                where p.state in ('TAKEN', 'UNWANTED') and p.in_file is null and p.settled_at < (
                        date_trunc('day', marketplace.clock_now() at time zone 'Asia/Shanghai') - interval '2 days')
                        at time zone 'Asia/Shanghai'
                    and not exists (select from orders.bank_difference d
                                    where d.kind = 'MISSING_THERE' and d.type = 'CHARGE' and d.our_ref = p.id::text)
                union all
                select abs(orders.hot_balance('bank:escrow') - f.closing_fen), 'bank:escrow, file of ' || f.day
                from (select day, closing_fen from orders.bank_file
                      order by day desc, taken_in_at desc limit 1) f) wrong
            where off <> 0""";

    private static final String ORDERS_ADD_UP = """
            select count(*), min(o.number) from touched join orders.balance b using (account)
            join orders.customer_order o on o.id = substring(b.account from 14)::uuid
            where b.account like 'escrow:order:%' and b.credit <> o.total_fen - o.discount_fen""";

    private static final String SUBSIDIES_ADD_UP = """
            select count(*), min(o.number) from touched t
            join orders.customer_order o on o.id = substring(t.account from 14)::uuid
            where t.account like 'escrow:order:%' and o.state <> 'AWAITING_PAYMENT' and (
                o.subsidy_fen <> coalesce((
                    select sum(e.fen) from orders.entry e join orders.journal j on j.id = e.journal_id
                    where e.account = t.account and e.side = 'C' and j.kind = 'SUBSIDY_PAID'), 0)
                or o.subsidy_fen <> coalesce((
                    select sum(s.fen) from orders.line_share s
                    where s.order_id = o.id and s.bearer <> 'MERCHANT'), 0))""";

    private static final String PAID_ONCE = """
            select count(*), min(what) from (
                select 'payable ' || payable_id from orders.payment where state = 'TAKEN'
                group by payable_kind, payable_id having count(*) > 1
                union all
                select b.account from orders.balance b
                join orders.payment p on p.id = substring(b.account from 19)::uuid
                where b.account > 'buyer:unallocated:' and b.account < 'buyer:unallocated;' and b.debit <> b.credit
                    and p.settled_at < marketplace.clock_now() - interval '24 hours') wrong (what)""";

    private static final String PAID_ONCE_TOUCHED = """
            select count(*), min(what) from (
                select 'payable ' || p.payable_id from (
                    select distinct m.payable_kind, m.payable_id from scope
                    join orders.journal j on j.id = scope.journal_id and j.source_type = 'payment'
                    join orders.payment m on m.id = j.source_id) paid
                join orders.payment p using (payable_kind, payable_id) where p.state = 'TAKEN'
                group by p.payable_kind, p.payable_id having count(*) > 1
                union all
                select b.account from touched join orders.balance b using (account)
                join orders.payment p on p.id = substring(b.account from 19)::uuid
                where b.account like 'buyer:unallocated:%' and b.debit <> b.credit
                    and p.settled_at < marketplace.clock_now() - interval '24 hours') wrong (what)""";

    private static final String PAYOUTS_CLEAR = """
            select count(*), min(p.id::text) from touched
            join orders.payout p on p.id = substring(account from 17)::uuid
            left join orders.balance b using (account)
            where account like 'payout:inflight:%' and coalesce(b.credit - b.debit, 0)
                <> case when p.state = 'RETURNED' or p.in_file is not null then 0 else p.fen end""";

    /** Account by account, over all files there were: only where all of the books are looked at. */
    private static final String BANK_SAYS_THE_SAME = """
            select coalesce(sum(abs(ours - banks)), 0), min(what) from (
                select 'bank:escrow' as what,
                    case when seq = 0 then orders.hot_balance('bank:escrow') end as ours,
                    case when seq = 0 then coalesce((
                        select sum(case when type in ('CHARGE', 'TRANSFER_RETURN', 'DISPUTE_RETURN', 'TOP_UP') then fen
                                        when type = 'PROOF' then 0 else -fen end - fee_fen)
                        from orders.bank_line), 0) end as banks
                from since
                union all
                select 'bank:own', case when seq = 0 then orders.hot_balance('bank:own') end,
                    case when seq = 0 then coalesce((
                        select sum(case when l.type = 'SWEEP' then l.fen
                            when l.type = 'PROOF' or m.kind = 'COVER' then -l.fen else 0 end)
                        from orders.bank_line l
                        left join orders.own_move m on l.type = 'TOP_UP' and m.id = l.our_id), 0) end
                from since
                union all
                select 'expense:channel_fee', case when seq = 0 then orders.hot_balance('expense:channel_fee') end,
                    case when seq = 0 then coalesce((select sum(fee_fen) from orders.bank_line), 0) end
                from since) account
            where ours <> banks""";

    private static final String GIFTS_ARE_WHOLE = """
            select count(*), min(what) from (
                select j.kind || ' ' || j.source_id from scope join orders.journal j on j.id = scope.journal_id
                join orders.entry e on e.journal_id = j.id
                where e.account like 'donation:%'
                    and j.kind <> 'DONATION_PAID_ON' and (j.kind <> 'PAYMENT_TAKEN' or e.side <> 'C')
                union all
                select 'payment ' || p.id from scope join orders.journal j on j.id = scope.journal_id
                join orders.payment p on p.id = j.source_id
                left join orders.purchase bought on bought.id = p.payable_id
                left join orders.donation gift on gift.id = p.payable_id
                where j.kind = 'PAYMENT_TAKEN' and j.source_type = 'payment'
                    and coalesce(bought.donation_fen, gift.fen, 0) <> coalesce((
                        select sum(e.fen) from orders.entry e
                        where e.journal_id = j.id and e.account like 'donation:%'), 0)
                union all
                select e.account from scope join orders.entry e on e.journal_id = scope.journal_id
                where e.account like 'donation:%' and e.account not like 'donation:paid-on:%'
                group by e.account having orders.hot_balance(e.account) > 0) wrong (what)""";

    private static final String DONATIONS_PAID_ON = """
            select coalesce(sum(abs(off)), 0)::bigint, min(charity) from (
                select charity, coalesce(s.fen, 0) - coalesce(b.fen, 0) as off from (
                    select p.charity, sum(o.fen) as fen from orders.project_payout o
                    join orders.donation_project p on p.id = o.project_id group by p.charity) s
                full join (
                    select substring(a.code from 18) as charity, -orders.hot_balance(a.code) as fen
                    from orders.account a where a.code > 'donation:paid-on:' and a.code < 'donation:paid-on;') b
                using (charity)) compared
            where off <> 0""";

    private Questions() {}

    /** As below, and what is asked there of all of the books only of what was touched after the link. */
    static String ofTouched(Invariant invariant) {
        return switch (invariant) {
            case BOOKS_BALANCE -> BOOKS_BALANCE_TOUCHED;
            case NOTHING_CHANGED -> NOTHING_CHANGED_TOUCHED;
            case PAID_ONCE -> PAID_ONCE_TOUCHED;
            default -> of(invariant);
        };
    }

    /** Two columns, how much is off and an example. */
    static String of(Invariant invariant) {
        return switch (invariant) {
            case JOURNALS_BALANCE -> JOURNALS_BALANCE;
            case BOOKS_BALANCE -> BOOKS_BALANCE;
            case BALANCES_ARE_SUMS -> BALANCES_ARE_SUMS;
            case NOTHING_CHANGED -> NOTHING_CHANGED;
            case POSTED_ONCE -> POSTED_ONCE;
            case FLOORS_HOLD -> FLOORS_HOLD;
            case CLOSED_ORDERS_CLEAR -> CLOSED_ORDERS_CLEAR;
            case REFUNDS_WITHIN_PAYMENTS -> REFUNDS_WITHIN_PAYMENTS;
            case BANK_CLEARS -> BANK_CLEARS;
            case ORDERS_ADD_UP -> ORDERS_ADD_UP;
            case PAID_ONCE -> PAID_ONCE;
            case PAYOUTS_CLEAR -> PAYOUTS_CLEAR;
            case SUBSIDIES_ADD_UP -> SUBSIDIES_ADD_UP;
            case BANK_SAYS_THE_SAME -> BANK_SAYS_THE_SAME;
            case GIFTS_ARE_WHOLE -> GIFTS_ARE_WHOLE;
            case DONATIONS_PAID_ON -> DONATIONS_PAID_ON;
            // another module's tables: its own door is asked
            case STOCK_ADDS_UP -> throw new IllegalArgumentException("no question about stock");
        };
    }
}

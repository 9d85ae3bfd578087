package terrace.search.recommend;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import terrace.marketplace.clock.Clock;

/**
 * Works out anew which goods go together, what is popular where, and what is bought again. Each table is replaced as a
 * whole in one transaction, so that nobody reads half of it; of two runs at once the second does nothing.
 */
@Singleton
class Learning {
    /** What is older says little of the present. */
    static final Duration WINDOW = Duration.ofDays(120);
    /** Goods kept for each of the goods. */
    static final int NEIGHBOURS_MAX = 30;
    /** Goods that one member did something with, the latest: pairs grow with the square of this. */
    static final int GOODS_OF_A_MEMBER_MAX = 60;

    static final int BASKET_LINES_MAX = 60;
    /** Pairs of signals looked at in one run: the latest. */
    static final int SIGNALS_MAX = 2_000_000;

    static final int POPULAR_MAX = 300;
    /** So many common baskets count half: a pair seen once is worth little (shrinkage, Koren and Bell). */
    static final double SHRINKAGE = 4;
    /** A purchase of a month ago counts half. */
    static final double HALF_LIFE_DAYS = 30;
    /** So much buying, on the country's pattern, is assumed of each province before its own buying counts. */
    static final double PROVINCE_PRIOR = 40;

    private static final long LEARNING_LOCK = 0x6c6561726eL;

    /**
     * Cosine of two goods' holders, shrunk: n/(n+shrinkage) · n/√(a·b). Holders are baskets or members; source:
     * Sarwar et al., Item-based collaborative filtering, 2001; Koren and Bell, Advances in collaborative filtering.
     */
    private static final String NEIGHBOURS = """
            with holding as (%s),
            alone as (select listing_id, count(*)::float8 as n from holding group by listing_id),
            pair as (
                select a.listing_id, b.listing_id as other_id, count(*)::float8 as n
                from holding a join holding b on a.holder = b.holder and a.listing_id <> b.listing_id
                group by a.listing_id, b.listing_id),
            scored as (
                select p.listing_id, p.other_id, p.n / (p.n + ?) * p.n / sqrt(l.n * o.n) as score
                from pair p join alone l on l.listing_id = p.listing_id join alone o on o.listing_id = p.other_id),
            ranked as (
                select *, row_number() over (partition by listing_id order by score desc, other_id) as place
                from scored)
            insert into search.neighbour (basis, listing_id, other_id, score)
            select '%s', listing_id, other_id, score from ranked where place <= ?
            """;

    private static final String BASKETS = """
            select basket_id as holder, listing_id from (
                select *, row_number() over (partition by basket_id order by listing_id) as place
                from search.basket_line where at > ? and at <= ?) line where place <= ?""";

    private static final String MEMBERS = """
            select member_id as holder, listing_id from (
                select member_id, listing_id, row_number() over (partition by member_id order by max(at) desc) as place
                from (select member_id, listing_id, at from search.signal
                    where kind <> 'SKIP' and at > ? and at <= ? order by at desc limit %d) latest
                group by member_id, listing_id) held where place <= ?""".formatted(SIGNALS_MAX);

    private static final String BY_BASKETS = NEIGHBOURS.formatted(BASKETS, LearnedRows.Basis.TOGETHER);
    private static final String BY_MEMBERS = NEIGHBOURS.formatted(MEMBERS, LearnedRows.Basis.ALIKE);

    /**
     * Sales that fade, of the country, and of each province smoothed towards the country (a Bayesian mean):
     * (own + prior · country's share) / (own total + prior).
     */
    private static final String POPULAR = """
            with sale as (
                select province_code, listing_id,
                    sum(power(0.5, extract(epoch from ?::timestamptz - at) / 86400 / ?)) as n
                from search.basket_line where at > ? and at <= ? group by province_code, listing_id),
            country as (select listing_id, sum(n) / sum(sum(n)) over () as share from sale group by listing_id),
            top as (select * from country order by share desc, listing_id limit ?),
            province as (select province_code, sum(n) as n from sale group by province_code),
            candidate as (
                select province_code, listing_id from sale
                union select p.province_code, t.listing_id from province p cross join top t),
            smoothed as (
                select c.province_code, c.listing_id,
                    (coalesce(s.n, 0) + ? * k.share) / (p.n + ?) as score
                from candidate c join province p using (province_code) join country k using (listing_id)
                left join sale s using (province_code, listing_id)),
            ranked as (
                select *, row_number() over (partition by province_code order by score desc, listing_id) as place
                from smoothed)
            insert into search.popular (province_code, listing_id, score)
            select province_code, listing_id, score from ranked where place <= ? and score > 0
            union all select '', listing_id, share from top where share > 0
            """;

    private static final String HABITS = """
            with day as (
                select distinct member_id, listing_id, day from search.signal
                where kind = 'BUY' and at > ? and at <= ?),
            buyer as (
                select member_id, listing_id, count(*) as days, max(day) - min(day) as span
                from day group by member_id, listing_id)
            insert into search.habit (listing_id, buyers, returning_buyers, interval_days)
            select listing_id, count(*), count(*) filter (where days > 1),
                coalesce(sum(span) filter (where days > 1)::float8 / sum(days - 1) filter (where days > 1), 0)
            from buyer group by listing_id
            """;

    private final JdbcOperations jdbc;
    private final Clock clock;
    private final Popular popular;

    Learning(JdbcOperations jdbc, Clock clock, Popular popular) {
        this.jdbc = jdbc;
        this.popular = popular;
        this.clock = clock;
    }

    /** False when another run is at it. */
    @Transactional
    public boolean learn() {
        if (!alone()) {
            return false;
        }
        Instant now = clock.now();
        clear("delete from search.neighbour");
        relate(BY_BASKETS, now, BASKET_LINES_MAX);
        relate(BY_MEMBERS, now, GOODS_OF_A_MEMBER_MAX);
        clear("delete from search.popular");
        popular(now);
        clear("delete from search.habit");
        habits(now);
        popular.forget();
        return true;
    }

    private boolean alone() {
        return jdbc.prepareStatement("select pg_try_advisory_xact_lock(?)", statement -> {
            statement.setLong(1, LEARNING_LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    private void clear(String sql) {
        jdbc.prepareStatement(sql, PreparedStatement::executeUpdate);
    }

    private void relate(String sql, Instant now, int goodsMax) {
        jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, now.minus(WINDOW).atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setInt(3, goodsMax);
            statement.setDouble(4, SHRINKAGE);
            statement.setInt(5, NEIGHBOURS_MAX);
            return statement.executeUpdate();
        });
    }

    private void popular(Instant now) {
        jdbc.prepareStatement(POPULAR, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setDouble(2, HALF_LIFE_DAYS);
            statement.setObject(3, now.minus(WINDOW).atOffset(ZoneOffset.UTC));
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.setInt(5, POPULAR_MAX);
            statement.setDouble(6, PROVINCE_PRIOR);
            statement.setDouble(7, PROVINCE_PRIOR);
            statement.setInt(8, POPULAR_MAX);
            return statement.executeUpdate();
        });
    }

    private void habits(Instant now) {
        jdbc.prepareStatement(HABITS, statement -> {
            statement.setObject(1, now.minus(WINDOW).atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }
}

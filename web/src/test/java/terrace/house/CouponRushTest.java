package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;

/** Who claims too late is told why; in a rush by a small page, which costs no question of its own. */
class CouponRushTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String HERE = "/account/coupons";
    private static final long FACE_FEN = 1_000;
    private static final int PEOPLE = 12;

    /** As many as the page itself is made for at once, beside who won. */
    private static final int QUIET = 8;

    private static final long SECONDS_MAX = 20;
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final UUID batch = oneCoupon();

    @Test
    void a_rush_leaves_the_late_a_small_page_that_says_why() throws Exception {
        List<Caller> people =
                Stream.generate(CouponRushTest::member).limit(PEOPLE).toList();
        List<HttpResponse<String>> answers = atOnce(people);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
        List<Document> refusals = answers.stream()
                .filter(answer -> answer.statusCode() == 422)
                .map(answer -> Jsoup.parse(answer.body()))
                .toList();
        assertThat(refusals)
                .hasSize(PEOPLE - 1)
                .allSatisfy(page -> assertThat(page.select(".notice").text()).contains("这批券刚刚领完"));
        assertThat(refusals).filteredOn(CouponRushTest::small).hasSizeGreaterThanOrEqualTo(PEOPLE - QUIET - 1);
        Document small =
                refusals.stream().filter(CouponRushTest::small).findFirst().orElseThrow();
        assertThat(small.select("h1").text()).isEqualTo("没有领到");
        assertThat(small.select("main a").eachAttr("href")).contains(HERE);
    }

    @Test
    void one_alone_who_comes_too_late_sees_the_page_itself() throws Exception {
        assertThat(claim(member(), "/en" + HERE).statusCode()).isEqualTo(303);
        HttpResponse<String> late = claim(member(), "/en" + HERE);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(small(Jsoup.parse(late.body()))).isFalse();
        assertThat(late.body()).contains("The last of these has just gone.");
    }

    private static boolean small(Document page) {
        return page.select("#points").isEmpty();
    }

    /** All of them have asked before the first is answered. */
    private List<HttpResponse<String>> atOnce(List<Caller> people) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
                Connection owner = HOUSE.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table marketplace.coupon_batch in access exclusive mode");
            List<Future<HttpResponse<String>>> asking = people.stream()
                    .map(one -> threads.submit(() -> claim(one, HERE)))
                    .toList();
            awaitAtTheDoor(statement);
            owner.rollback();
            for (Future<HttpResponse<String>> answer : asking) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static void awaitAtTheDoor(Statement statement) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (waiting(statement) < PEOPLE) {
            assertThat(System.nanoTime()).as("all ask in time").isLessThan(deadline);
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select count(*) from pg_locks where not granted"
                + " and relation = 'marketplace.coupon_batch'::regclass")) {
            found.next();
            return found.getInt(1);
        }
    }

    private HttpResponse<String> claim(Caller one, String address) {
        return HOUSE.answer(one.send(address, "batch=" + batch + "&coupon=" + Ids.next()));
    }

    private static Caller member() {
        return Caller.of(Caller.account(UUID.randomUUID() + "@coupons.test", Set.of(Role.MEMBER)));
    }

    private static UUID oneCoupon() {
        Instant from = HOUSE.door(Clock.class).now().minusSeconds(1);
        CouponTerms terms = new CouponTerms(
                Ids.next(),
                CouponKind.ANY,
                "十点抢券",
                "Ten o'clock",
                FACE_FEN,
                0,
                50,
                CostShare.ofPlatform(),
                from,
                from.plus(Duration.ofDays(1)),
                Set.of());
        Giving rush = new Giving(Giving.Way.RUSH, 0, null, null);
        HOUSE.door(CouponBatches.class).make(new NewBatch(terms, rush, FACE_FEN, 1, Set.of(), Ids.next()));
        return terms.batchId();
    }
}

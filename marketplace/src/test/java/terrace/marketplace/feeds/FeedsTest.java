package terrace.marketplace.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.impact.Fact;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.ImpactFacts;
import terrace.marketplace.impact.PaidLine;
import terrace.marketplace.jobs.Jobs;

@MicronautTest(transactional = false)
class FeedsTest {
    private static final String ADDRESS = "/feeds/v1/facts?after=3";

    @Inject
    Feeds feeds;

    @Inject
    FeedRepository repository;

    @Inject
    Impact impact;

    @Inject
    ImpactFacts facts;

    @Inject
    Campaigns campaigns;

    @Inject
    Jobs jobs;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private final Receiver receiver = new Receiver();
    private final String code = "outside-" + UUID.randomUUID();

    @AfterEach
    void close() {
        feeds.stop(code, true, "test");
        receiver.close();
    }

    @Test
    void what_is_new_arrives_signed_in_order_and_once_more_does_no_harm() {
        named(receiver.address());
        sold(FeedPushing.PAGE + 3);
        send();
        assertThat(receiver.refusals()).isEmpty();
        assertThat(receiver.facts()).hasSize(all().size());
        assertThat(receiver.facts().lastKey()).isEqualTo(impact.last());
        assertThat(receiver.pages()).isGreaterThan(1);
        int before = receiver.pages();
        assertThat(feeds.resend(code, 0, "test")).isTrue();
        send();
        assertThat(receiver.pages()).isGreaterThan(before);
        assertThat(receiver.facts()).hasSize(all().size());
        assertThat(receiver.refusals()).isEmpty();
        assertThat(feeds.receiver(code).orElseThrow().waitingSince()).isNull();
    }

    @Test
    void a_receiver_out_of_order_is_tried_again_later_and_misses_nothing() {
        named(receiver.address());
        sold(2);
        receiver.failsFor(1);
        send();
        FeedReceiver failed = feeds.receiver(code).orElseThrow();
        assertThat(failed.trouble()).isEqualTo("503");
        assertThat(failed.tries()).isEqualTo(1);
        assertThat(failed.waitingSince()).isNotNull();
        send();
        assertThat(receiver.facts()).as("not before its time").isEmpty();
        feeds.resend(code, failed.reached(), "test");
        send();
        assertThat(receiver.facts()).hasSize(all().size());
        assertThat(feeds.receiver(code).orElseThrow().trouble()).isNull();
        assertThat(FeedPushing.wait(0)).isEqualTo(60);
        assertThat(FeedPushing.wait(40)).isEqualTo(3_600);
    }

    @Test
    void a_secret_that_was_renewed_is_good_for_nothing() {
        String old = named(receiver.address());
        assertThat(feeds.renewSecret(code, "test")).isPresent();
        sold(1);
        send();
        assertThat(receiver.refusals()).contains("signature");
        assertThat(fetch(old, "")).isInstanceOf(Fetching.Refused.class);
    }

    @Test
    void a_resend_asked_for_while_a_page_is_under_way_wins() {
        named(receiver.address());
        FeedRow row = repository.byCode(code).orElseThrow();
        feeds.resend(code, 0, "test");
        assertThat(repository.delivered(code, row.turn(), 99, 0)).isZero();
        assertThat(feeds.receiver(code).orElseThrow().reached()).isZero();
    }

    @Test
    void who_fetches_signs_what_is_asked_and_gets_what_is_signed() throws Exception {
        String secret = named("");
        sold(4);
        campaigns.define(standing(code, clock.now().plusSeconds(3_600)));
        Fetching.Page page = (Fetching.Page) fetch(secret, "");
        assertThat(FeedSignature.matches(secret, page.seconds(), page.batch().body(), page.signature()))
                .isTrue();
        FeedPage read = json.readValue(page.batch().body(), FeedPage.class);
        assertThat(read.feed() + "/" + read.version()).isEqualTo("terrace.facts/1");
        assertThat(read.facts()).hasSize(2);
        assertThat(read.more()).isTrue();
        assertThat(read.last()).isEqualTo(read.facts().getLast().number());
        assertThat(read.campaigns())
                .filteredOn(campaign -> campaign.slug().equals(code))
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.state() + campaign.reachedAt() + campaign.grams())
                        .isEqualTo("LIVEnull0"));
        assertThat(read.facts().getFirst().countyName()).isEqualTo("云南 红河县");

        byte[] wrong = page.batch().body().clone();
        wrong[10]++;
        assertThat(FeedSignature.matches(secret, page.seconds(), wrong, page.signature()))
                .isFalse();
        assertThat(fetch("another secret", "")).isInstanceOf(Fetching.Refused.class);
        assertThat(fetch(secret, "0")).as("long ago").isInstanceOf(Fetching.Refused.class);
        feeds.stop(code, true, "test");
        assertThat(fetch(secret, "")).isInstanceOf(Fetching.Refused.class);
    }

    @Test
    void how_campaigns_stand_is_sent_when_it_changes_though_nothing_was_sold() {
        named(receiver.address());
        campaigns.define(standing(code, clock.now().plusSeconds(3_600)));
        sendNow();
        assertThat(receiver.standings().getLast()).startsWith(CampaignWriting.HEADINGS + "\n");
        assertThat(row()).matches(".*," + code + ",\"红米\",LIVE,no,.*,50000,0,0,0,0,");
        int told = receiver.standings().size();
        sendNow();
        assertThat(receiver.standings()).as("nothing changed").hasSize(told);
        campaigns.define(standing(code, clock.now().minusSeconds(10)));
        receiver.failsFor(1);
        sendNow();
        assertThat(feeds.receiver(code).orElseThrow().trouble()).isEqualTo("503");
        sendNow();
        assertThat(row()).contains("," + code + ",\"红米\",ENDED,no,");
        assertThat(feeds.receiver(code).orElseThrow().trouble()).isNull();
        assertThat(receiver.refusals()).isEmpty();
        int before = receiver.standings().size();
        feeds.resend(code, impact.last(), "test");
        send();
        assertThat(receiver.standings()).as("asked for once more").hasSize(before + 1);
    }

    @Test
    void who_fetches_how_campaigns_stand_moves_nobody_on() {
        String secret = named("");
        campaigns.define(standing(code, clock.now().plusSeconds(3_600)));
        String now = Long.toString(clock.now().getEpochSecond());
        String address = "/feeds/v1/campaigns.csv";
        String signed = FeedSignature.of(secret, now, address.getBytes(StandardCharsets.UTF_8));
        Fetching.Page page = (Fetching.Page) feeds.campaigns(code, now, signed, address, FeedFormat.CSV);
        assertThat(FeedSignature.matches(secret, page.seconds(), page.batch().body(), page.signature()))
                .isTrue();
        assertThat(new String(page.batch().body(), StandardCharsets.UTF_8)).contains("," + code + ",");
        assertThat(feeds.receiver(code).orElseThrow().reached()).isZero();
        assertThat(feeds.campaigns(code, now, "v1=0", address, FeedFormat.CSV)).isInstanceOf(Fetching.Refused.class);
    }

    /** Of this test's campaign, as it was told last. */
    private String row() {
        return receiver.standings()
                .getLast()
                .lines()
                .filter(line -> line.contains("," + code + ","))
                .findFirst()
                .orElseThrow();
    }

    private void sendNow() {
        repository.rest(code, repository.byCode(code).orElseThrow().turn(), 0);
        send();
    }

    @Test
    void pages_one_after_the_other_are_all_facts() {
        String secret = named("");
        sold(5);
        List<String> rows = new ArrayList<>();
        OptionalLong after = OptionalLong.of(0);
        boolean more = true;
        while (more) {
            Fetching.Page page = rows(secret, after);
            rows.addAll(new String(page.batch().body(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList());
            after = OptionalLong.of(page.batch().last());
            more = page.batch().more();
        }
        assertThat(rows).hasSize(all().size());
        // who asks beyond the newest stands at the newest
        assertThat(rows(secret, OptionalLong.of(impact.last() + 9)).batch().last())
                .isEqualTo(impact.last());
        assertThat(feeds.resend(code, impact.last() + 9, "test")).isFalse();
        sold(1);
        assertThat(feeds.receiver(code).orElseThrow().waitingSince()).isNotNull();
    }

    private Fetching.Page rows(String secret, OptionalLong after) {
        String seconds = Long.toString(clock.now().getEpochSecond());
        String signed = FeedSignature.of(secret, seconds, ADDRESS.getBytes(StandardCharsets.UTF_8));
        return (Fetching.Page) feeds.fetch(code, seconds, signed, ADDRESS, FeedFormat.CSV, after, Feeds.FACTS_MAX);
    }

    @Test
    void a_receiver_is_named_once_and_told_only_where_it_is_safe() {
        named("");
        assertThat(feeds.make(code, "又一个", FeedFormat.CSV, "", "test")).isEqualTo(new Making.CodeTaken());
        assertThat(feeds.make("A B", "x", FeedFormat.CSV, "", "test")).isEqualTo(new Making.CodeMalformed());
        assertThat(feeds.make(code + "x", " ", FeedFormat.CSV, "", "test")).isEqualTo(new Making.NameMissing());
        for (String address : List.of("ftp://a.example", "https://a:b@c.example", "::", "https:///x")) {
            assertThat(feeds.make(code + "x", "x", FeedFormat.CSV, address, "test"))
                    .isEqualTo(new Making.AddressRefused());
        }
        assertThat(feeds.resend("nobody", 0, "test")).isFalse();
        assertThat(feeds.resend(code, -1, "test")).isFalse();
    }

    private String named(String address) {
        Making made = feeds.make(code, "外部平台", FeedFormat.CSV, address, "test");
        String secret = ((Making.Made) made).secret();
        receiver.trusts(secret);
        return secret;
    }

    private NewCampaign standing(String slug, Instant ends) {
        return new NewCampaign(
                slug,
                "红米",
                "Red rice",
                "故事",
                "Story",
                50_000,
                clock.now().minusSeconds(60),
                ends,
                "",
                "",
                45,
                Campaign.Basis.DECLARED,
                List.of());
    }

    private Fetching fetch(String secret, String seconds) {
        String now = seconds.isEmpty() ? Long.toString(clock.now().getEpochSecond()) : seconds;
        String signed = FeedSignature.of(secret, now, ADDRESS.getBytes(StandardCharsets.UTF_8));
        return feeds.fetch(code, now, signed, ADDRESS, FeedFormat.JSON, OptionalLong.of(impact.last() - 4), 2);
    }

    private void sold(int lines) {
        String order = UUID.randomUUID().toString();
        UUID listing = UUID.randomUUID();
        for (int line = 1; line <= lines; line++) {
            facts.countPaid(new PaidLine(order, line, listing, UUID.randomUUID(), "532529", 500, 625, clock.now()));
        }
    }

    private List<Fact> all() {
        List<Fact> all = new ArrayList<>();
        List<Fact> page = impact.after(0, Impact.SLICE_SIZE_MAX);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = impact.after(page.getLast().number(), Impact.SLICE_SIZE_MAX);
        }
        return all;
    }

    private void send() {
        jobs.run(FeedPushing.JOB);
    }
}

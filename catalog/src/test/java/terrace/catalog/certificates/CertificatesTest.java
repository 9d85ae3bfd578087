package terrace.catalog.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.catalog.certificates.Certificate.Kind;
import terrace.catalog.certificates.CertificateIntake.Reason;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.NewLot;
import terrace.catalog.photos.SamplePhotos;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

@MicronautTest(transactional = false)
class CertificatesTest {
    private static final UUID CLERK = Ids.next();
    private static final UUID OPERATOR = Ids.next();
    private static final byte[] SCAN = SamplePhotos.photo(300, 200, Color.WHITE);

    @Inject
    Certificates certificates;

    @Inject
    CertificateReviews reviews;

    @Inject
    Listings listings;

    @Inject
    Lots lots;

    @Inject
    SampleGoods goods;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void nothing_of_a_certificate_is_public_before_an_operator_saw_it() {
        Listing listing = goods.published(6250);
        NewCertificate said = said(of(listing), clock.today().plusDays(90));
        Certificate handed = taken(listing, said);
        assertThat(taken(listing, said)).isEqualTo(handed);
        assertThat(certificates.of(of(listing))).isEmpty();
        assertThat(certificates.publicScan(handed.id())).isEmpty();
        assertThat(certificates.scan(listing.merchantId(), handed.id())).isPresent();
        assertThat(certificates.scan(Ids.next(), handed.id())).isEmpty();
        approve(handed, false);
        approve(handed, false);
        assertThat(certificates.of(of(listing))).extracting(Certificate::number).containsExactly("LB-2026-3");
        assertThat(certificates.publicScan(handed.id())).isEmpty();
        reviews.approve(handed.id(), handed.version(), true, OPERATOR);
        assertThat(certificates.publicScan(handed.id())).isPresent();
        assertThat(audit.ofSubject("certificate:" + handed.id(), 10)).hasSize(2);
    }

    @Test
    void what_cannot_be_taken_is_refused_for_its_reason() {
        Listing listing = goods.published(6250);
        assertThat(refused(listing, said(of(listing), clock.today().minusDays(1)), SCAN))
                .isEqualTo(Reason.EXPIRED);
        assertThat(refused(listing, said(of(listing), null), new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(refused(listing, said(of(listing), null), "<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(refused(listing, new NewCertificate(Ids.next(), Kind.OTHER, " ", "x", null, of(listing)), SCAN))
                .isEqualTo(Reason.NUMBER_LENGTH);
        assertThat(refused(
                        listing,
                        new NewCertificate(Ids.next(), Kind.OTHER, "1", "证".repeat(61), null, of(listing)),
                        SCAN))
                .isEqualTo(Reason.ISSUER_LENGTH);
        assertThat(certificates.add(goods.merchant(), said(of(listing), null), SCAN, CLERK))
                .isEmpty();
    }

    @Test
    void more_goods_name_it_only_after_another_look() {
        UUID merchant = goods.merchant();
        Listing first = published(merchant);
        Listing second = published(merchant);
        Certificate handed = taken(first, said(of(first), null));
        Certificate seen = certificates.byId(handed.id()).orElseThrow();
        assertThat(certificates.name(merchant, handed.id(), of(second))).isTrue();
        assertThat(certificates.name(merchant, handed.id(), of(second))).isTrue();
        assertThat(reviews.approve(seen.id(), seen.version(), false, OPERATOR))
                .get()
                .isInstanceOf(Ruling.Overtaken.class);
        approve(certificates.byId(handed.id()).orElseThrow(), false);
        assertThat(certificates.listingsNaming(handed.id())).containsExactlyInAnyOrder(first.id(), second.id());
        Listing third = published(merchant);
        certificates.name(merchant, handed.id(), of(third));
        Certificate asked = certificates.byId(handed.id()).orElseThrow();
        assertThat(reviews.waiting(null, 100).items())
                .extracting(Certificate::id)
                .contains(handed.id());
        assertThat(reviews.giveBack(asked.id(), asked.version(), " ", OPERATOR)).contains(new Ruling.ReasonMissing());
        reviews.giveBack(asked.id(), asked.version(), "证书上没有这个品种", OPERATOR);
        assertThat(certificates.of(of(third))).isEmpty();
        assertThat(certificates.of(of(first))).hasSize(1);
        assertThat(certificates.name(merchant, handed.id(), of(goods.published(6250))))
                .isFalse();
        assertThat(certificates.name(goods.merchant(), handed.id(), of(first))).isFalse();
    }

    @Test
    void one_that_was_returned_vouches_for_nothing() {
        Listing listing = goods.published(6250);
        Certificate handed = taken(listing, said(of(listing), null));
        reviews.giveBack(handed.id(), handed.version(), "看不清编号", OPERATOR);
        assertThat(certificates.of(of(listing))).isEmpty();
        assertThat(reviews.approve(handed.id(), handed.version(), false, OPERATOR))
                .get()
                .isInstanceOf(Ruling.Overtaken.class);
        assertThat(certificates.name(listing.merchantId(), handed.id(), of(listing)))
                .isFalse();
    }

    @Test
    void its_end_takes_only_the_goods_that_name_it_off_the_shelf() throws Exception {
        UUID merchant = goods.merchant();
        Listing naming = published(merchant);
        Listing other = published(merchant);
        Certificate handed = taken(naming, said(of(naming), clock.today().plusDays(2)));
        approve(handed, false);
        jobs.run("expire-certificates");
        assertThat(listings.published(naming.id())).isPresent();
        clock.shift(Duration.ofDays(3));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> twice = IntStream.range(0, 2)
                    .<Callable<Void>>mapToObj(node -> () -> {
                        jobs.run("expire-certificates");
                        return null;
                    })
                    .toList();
            for (Future<Void> each : nodes.invokeAll(twice)) {
                each.get();
            }
            jobs.run("expire-certificates");
            assertThat(listings.offShelfReasons(naming.id())).containsExactly(OffShelfReason.PAPER_EXPIRED);
            assertThat(listings.published(other.id())).isPresent();
            assertThat(certificates.name(merchant, handed.id(), of(other))).isFalse();
            assertThat(certificates.takeOff(goods.merchant(), handed.id(), of(naming)))
                    .isFalse();
            assertThat(certificates.takeOff(merchant, handed.id(), of(naming))).isTrue();
            assertThat(certificates.takeOff(merchant, handed.id(), of(naming))).isTrue();
            assertThat(listings.published(naming.id())).isPresent();
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    @Test
    void a_keeper_is_told_once_at_thirty_seven_and_no_days_and_of_the_end() {
        UUID merchant = goods.merchant();
        String name = "certified" + Ids.next() + "@house.test";
        Registration made = accounts.create(name, "twelve ripe oranges", "店长", Set.of(Role.MERCHANT));
        staff.join(merchant, ((Registration.Registered) made).account().id(), StaffRole.OWNER);
        Listing listing = published(merchant);
        approve(taken(listing, said(of(listing), clock.today().plusDays(40))), false);
        try {
            assertThat(lettersOn(0)).isZero();
            assertThat(lettersOn(11)).isEqualTo(1);
            assertThat(lettersOn(12)).isZero();
            assertThat(lettersOn(40)).isEqualTo(1);
            assertThat(lettersOn(41)).isEqualTo(1);
            assertThat(lettersOn(42)).isZero();
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    /** Queued on that day, by the job run twice. */
    private int lettersOn(int day) {
        clock.shift(Duration.ofDays(day));
        int before = letters();
        jobs.run("expire-certificates");
        jobs.run("expire-certificates");
        return letters() - before;
    }

    private int letters() {
        return transactions.execute(
                TransactionDefinition.DEFAULT,
                status -> jdbc.prepareStatement("select count(*) from marketplace.notice", statement -> {
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getInt(1);
                    }
                }));
    }

    @Test
    void a_harvest_has_papers_of_its_own() {
        Listing listing = goods.published(6250);
        NewLot harvest =
                new NewLot(Ids.next(), listing.id(), clock.today(), SampleGoods.RED_RIVER, "甲寅镇", 1_000_000, "", "");
        lots.record(listing.merchantId(), harvest, CLERK);
        Subject lot = new Subject.OfLot(harvest.id());
        Certificate handed = taken(listing, said(lot, null));
        approve(handed, true);
        assertThat(certificates.of(lot)).hasSize(1);
        assertThat(certificates.of(of(listing))).isEmpty();
        assertThat(certificates.add(goods.merchant(), said(lot, null), SCAN, CLERK))
                .isEmpty();
    }

    @Test
    void kinds_are_counted_over_all_goods_of_merchants_and_of_a_province() {
        Listing one = goods.published(6250);
        long before = certificates.goodsByKind("53").getOrDefault(Kind.GREEN_FOOD, 0L);
        approve(taken(one, said(of(one), null)), false);
        assertThat(certificates.goodsByKind(Set.of(one.merchantId()))).isEqualTo(Map.of(Kind.GREEN_FOOD, 1L));
        assertThat(certificates.goodsByKind("53")).containsEntry(Kind.GREEN_FOOD, before + 1);
    }

    private Listing published(UUID merchant) {
        var listing = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.publishAll(List.of(listing));
        return listings.published(listing.id()).orElseThrow();
    }

    private static Subject of(Listing listing) {
        return new Subject.OfListing(listing.id());
    }

    private static NewCertificate said(Subject subject, @org.jspecify.annotations.Nullable LocalDate until) {
        return new NewCertificate(Ids.next(), Kind.GREEN_FOOD, " LB-2026-3 ", "中国绿色食品发展中心", until, subject);
    }

    private void approve(Certificate certificate, boolean scanPublic) {
        assertThat(reviews.approve(certificate.id(), certificate.version(), scanPublic, OPERATOR))
                .get()
                .isInstanceOf(Ruling.Done.class);
    }

    private Certificate taken(Listing listing, NewCertificate said) {
        return ((CertificateIntake.Taken) certificates
                        .add(listing.merchantId(), said, SCAN, CLERK)
                        .orElseThrow())
                .certificate();
    }

    private Reason refused(Listing listing, NewCertificate said, byte[] scan) {
        return ((CertificateIntake.Refused) certificates
                        .add(listing.merchantId(), said, scan, CLERK)
                        .orElseThrow())
                .reason();
    }
}

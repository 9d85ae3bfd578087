package terrace.orders.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.ListingCard.Rating;
import terrace.catalog.listings.Listings;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Goodwill;
import terrace.orders.reviews.Writing.Fault;

@MicronautTest(transactional = false)
class ReviewsTest {
    @Inject
    Reviews reviews;

    @Inject
    ReviewDesk desk;

    @Inject
    Goodwill goodwill;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Inject
    Listings listings;

    @Inject
    EventWorker worker;

    @Inject
    Jobs jobs;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_000, 500, 100);
    }

    private Order received() {
        Order order = sales.paid(member, rice, 1);
        sales.accept(order);
        return order;
    }

    private Optional<Writing> write(Order order, int stars, String text) {
        return reviews.write(member.id(), order.number(), new NewReview(1, stars, text), List.of());
    }

    private Review written(Order order, int stars, String text) {
        return ((Writing.Written) write(order, stars, text).orElseThrow()).review();
    }

    @Test
    void only_who_received_and_was_not_refunded_all_writes_and_once() {
        Order onItsWay = sales.paid(member, rice, 1);
        sales.ship(onItsWay);
        assertThat(write(onItsWay, 5, "")).contains(new Writing.Refused(Fault.NOT_RECEIVED));
        fulfilment.accept(member.id(), onItsWay.number());
        Order order = received();
        assertThat(reviews.write(bazaar.member().id(), order.number(), new NewReview(1, 5, ""), List.of()))
                .isEmpty();
        List<Optional<Writing>> all = Bazaar.atOnce(Collections.nCopies(8, () -> write(order, 5, "好")));
        assertThat(all.stream().distinct()).hasSize(1);
        assertThat(written(order, 1, "别的").stars()).isEqualTo(5);
        Order refunded = received();
        goodwill.give(merchant, refunded.number(), Ids.next(), 1, 1_000, "all", member.id());
        assertThat(write(refunded, 5, "")).contains(new Writing.Refused(Fault.REFUNDED));
    }

    @Test
    void words_for_everybody_lead_nobody_away() {
        Order order = received();
        assertThat(write(order, 0, "好")).contains(new Writing.Refused(Fault.STARS));
        assertThat(write(order, 5, "加我 13812345678")).contains(new Writing.Refused(Fault.CONTACT));
        assertThat(write(order, 5, "看 www.example.com")).contains(new Writing.Refused(Fault.LINK));
        assertThat(write(order, 5, "好".repeat(1_001))).contains(new Writing.Refused(Fault.TOO_LONG));
        assertThat(written(order, 5, "").author()).isEqualTo("张**");
    }

    @Test
    void the_average_is_of_what_is_shown_and_pages_follow_on() {
        Review bad = written(received(), 1, "不好");
        for (int at = 0; at < 4; at++) {
            written(received(), 5, "好 " + at);
        }
        assertThat(reviews.rating(rice.listingId())).isEqualTo(new Rating(5, 21));
        assertThat(reviews.rating(rice.listingId()).tenths()).isEqualTo(42);
        ReviewSlice first = reviews.shown(rice.listingId(), null, 3);
        ReviewSlice second = reviews.shown(rice.listingId(), first.nextAfter(), 3);
        assertThat(first.reviews()).hasSize(3);
        assertThat(second.reviews()).hasSize(2).last().isEqualTo(bad);
        assertThat(second.nextAfter()).isNull();
        assertThat(desk.judge(Ids.next(), bad.id(), "insults")).isTrue();
        assertThat(reviews.rating(rice.listingId())).isEqualTo(new Rating(4, 20));
        assertThat(reviews.shown(rice.listingId(), null, 9).reviews()).hasSize(4);
        assertThat(desk.judge(Ids.next(), bad.id(), "")).isTrue();
        assertThat(reviews.rating(rice.listingId()).count()).isEqualTo(5);
    }

    @Test
    void the_catalogue_knows_how_goods_are_rated_however_often_it_is_told() {
        Review bad = written(received(), 1, "不好");
        written(received(), 5, "好");
        worker.drain();
        assertThat(carried()).isEqualTo(new Rating(2, 6));
        List<Order> received = List.of(received(), received(), received(), received());
        Bazaar.atOnce(received.stream()
                .<Callable<Review>>map(order -> () -> {
                    Review review = written(order, 4, "好");
                    worker.drain();
                    return review;
                })
                .toList());
        worker.drain();
        assertThat(carried()).isEqualTo(new Rating(6, 22));
        desk.judge(Ids.next(), bad.id(), "insults");
        worker.drain();
        assertThat(carried()).isEqualTo(new Rating(5, 21));
        bazaar.change("update catalog.listing set reviews = 0, stars = 0 where id = ?", rice.listingId());
        jobs.run("carry-ratings");
        assertThat(carried()).isEqualTo(new Rating(5, 21));
    }

    private Rating carried() {
        return listings.cardsByIds(List.of(rice.listingId())).getFirst().rating();
    }

    @Test
    void a_merchant_replies_once() {
        Review review = written(received(), 3, "一般");
        UUID actor = Ids.next();
        assertThat(desk.reply(bazaar.merchant(), review.id(), "谢谢", actor)).isEmpty();
        assertThat(desk.reply(merchant, review.id(), "好", actor))
                .contains(new Replying.Refused(Replying.Fault.TOO_SHORT));
        assertThat(desk.reply(merchant, review.id(), "谢谢您", actor)).containsInstanceOf(Replying.Replied.class);
        assertThat(desk.reply(merchant, review.id(), "谢谢您", actor)).containsInstanceOf(Replying.Replied.class);
        assertThat(desk.reply(merchant, review.id(), "不谢", actor)).containsInstanceOf(Replying.Before.class);
        assertThatThrownBy(() -> bazaar.change("update orders.review set reply = 'x' where id = ?", review.id()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> bazaar.change("update orders.review set stars = 5 where id = ?", review.id()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_people_object_to_waits_for_an_operator_until_it_is_looked_at() {
        Review review = written(received(), 1, "不好");
        UUID reader = Ids.next();
        assertThat(reviews.report(reader, review.id(), " ")).isFalse();
        assertThat(reviews.report(reader, review.id(), "是同行")).isTrue();
        assertThat(reviews.report(reader, review.id(), "是同行")).isTrue();
        assertThat(desk.reported(1_000)).extracting(Review::id).contains(review.id());
        assertThat(desk.reasons(review.id())).containsExactly("是同行");
        desk.judge(Ids.next(), review.id(), "");
        assertThat(desk.reported(1_000)).extracting(Review::id).doesNotContain(review.id());
        assertThat(reviews.report(Ids.next(), Ids.next(), "x")).isFalse();
    }
}

package terrace.catalog.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Slice;
import terrace.catalog.questions.Asking.Fault;
import terrace.catalog.questions.Hiding.Part;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

@MicronautTest(transactional = false)
class QuestionsTest {
    private static final UUID CLERK = Ids.next();
    private static final UUID OPERATOR = Ids.next();

    @Inject
    Questions questions;

    @Inject
    SampleGoods goods;

    @Inject
    Listings listings;

    @Inject
    Accounts accounts;

    @Inject
    Staff staff;

    @Inject
    Audit audit;

    @Inject
    Inbox inbox;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_question_is_held_back_until_it_is_answered() {
        Listing listing = goods.published(6250);
        UUID member = Ids.next();
        Question question = asked(member, listing, " 煮多久  才软？ ");
        assertThat(question.text()).isEqualTo("煮多久 才软？");
        assertThat(asked(member, listing, "煮多久 才软？")).isEqualTo(question);
        assertThat(open(listing)).isEmpty();
        assertThat(questions.heldBack(listing.id(), member)).containsExactly(question);
        assertThat(questions.heldBack(listing.id(), Ids.next())).isEmpty();
        Question answered = answered(listing, question, 0, "先泡两小时，再煮四十分钟。");
        assertThat(open(listing)).containsExactly(answered);
        assertThat(questions.heldBack(listing.id(), member)).isEmpty();
    }

    @Test
    void the_newest_answer_comes_first_page_by_page() {
        Listing listing = goods.published(6250);
        List<Question> asked = IntStream.range(0, 5)
                .mapToObj(number -> asked(Ids.next(), listing, "第 " + number + " 个问题"))
                .toList();
        asked.reversed().forEach(question -> answered(listing, question, 0, "好的，可以。"));
        Slice<Question> first = questions.open(listing.id(), null, 3);
        assertThat(first.items()).extracting(Question::id).isEqualTo(ids(asked.subList(0, 3)));
        Slice<Question> second = questions.open(listing.id(), UUID.fromString(first.nextAfter()), 3);
        assertThat(second.items()).extracting(Question::id).isEqualTo(ids(asked.subList(3, 5)));
        assertThat(second.nextAfter()).isNull();
    }

    @Test
    void what_leads_away_or_gives_a_number_away_is_refused() {
        assertThat(fault("嗯")).contains(Fault.TOO_SHORT);
        assertThat(fault("米".repeat(201))).contains(Fault.TOO_LONG);
        for (String contact : List.of(
                "打我电话 13812345678",
                "打 138-1234-5678 吧",
                "我的号是１３８１２３４５６７８",
                "座机 0873-4621234",
                "拨 400-123-4567",
                "加微信号：terrace88",
                "vx abc12345",
                "写信到 a.b@example.com")) {
            assertThat(fault(contact)).as(contact).contains(Fault.CONTACT);
        }
        for (String link : List.of("看 https://x.y/z", "www.example", "在 example.com 更便宜", "去 example 。com 买")) {
            assertThat(fault(link)).as(link).contains(Fault.LINK);
        }
        for (String fine : List.of("5斤装是 2500 克吗？", "保质期到 2027-03-01 吗", "订单 202611210001234567 到哪了", "pH 值 6.5 正常吗")) {
            assertThat(fault(fine)).as(fine).isEmpty();
        }
    }

    @Test
    void nobody_asks_more_than_the_limit_of_a_day_even_at_once() throws Exception {
        Listing listing = goods.published(6250);
        UUID member = Ids.next();
        List<Callable<Optional<Asking>>> tries = IntStream.range(0, Questions.A_DAY_MAX + 6)
                .<Callable<Optional<Asking>>>mapToObj(
                        number -> () -> questions.ask(member, listing.id(), "第 " + number + " 个问题"))
                .toList();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            long taken = 0;
            for (Future<Optional<Asking>> each : people.invokeAll(tries)) {
                taken += each.get().orElseThrow() instanceof Asking.Asked ? 1 : 0;
            }
            assertThat(taken).isEqualTo(Questions.A_DAY_MAX);
        }
        assertThat(questions.ask(member, listing.id(), "还有一个问题")).contains(new Asking.Refused(Fault.TOO_MANY_TODAY));
    }

    @Test
    void a_shop_gets_one_letter_an_hour_however_soon_it_answers() {
        UUID merchant = goods.merchant();
        UUID keeper = keeper(merchant);
        Listing listing = listings.published(published(merchant)).orElseThrow();
        for (int number = 0; number < 4; number++) {
            answered(listing, asked(Ids.next(), listing, "第 " + number + " 个问题"), 0, "好的，可以。");
        }
        assertThat(letters(keeper)).isEqualTo(1);
        anHourPasses(merchant);
        asked(Ids.next(), listing, "过了一小时再问");
        asked(Ids.next(), listing, "接着再问一个");
        assertThat(letters(keeper)).isEqualTo(2);
    }

    @Test
    void asked_by_many_at_once_a_shop_gets_one_letter() throws Exception {
        UUID merchant = goods.merchant();
        UUID keeper = keeper(merchant);
        Listing listing = listings.published(published(merchant)).orElseThrow();
        List<Callable<Question>> crowd = IntStream.range(0, 8)
                .<Callable<Question>>mapToObj(number -> () -> asked(Ids.next(), listing, "第 " + number + " 个问题"))
                .toList();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            for (Future<Question> each : people.invokeAll(crowd)) {
                each.get();
            }
        }
        assertThat(letters(keeper)).isEqualTo(1);
    }

    @Test
    void asked_of_what_is_not_on_the_shelf_or_of_ones_own_shop_is_not_asked() {
        Listing listing = goods.published(6250);
        UUID merchant = goods.merchant();
        UUID keeper = keeper(merchant);
        Listing own = listings.published(published(merchant)).orElseThrow();
        assertThat(questions.ask(keeper, own.id(), "这个好吃吗？")).contains(new Asking.Refused(Fault.OWN_GOODS));
        assertThat(questions.ask(Ids.next(), own.id(), "这个好吃吗？")).isPresent();
        listings.withdraw(listing.id(), OffShelfReason.OWN_CHOICE);
        assertThat(questions.ask(Ids.next(), listing.id(), "这个好吃吗？")).isEmpty();
    }

    @Test
    void an_answer_is_written_anew_and_the_one_before_is_kept() {
        Listing listing = goods.published(6250);
        Question question = asked(Ids.next(), listing, "怎么煮才好吃？");
        answered(listing, question, 0, "煮二十分钟。");
        answered(listing, question, 0, "煮二十分钟。");
        assertThat(questions.answer(listing.merchantId(), question.id(), 0, "煮三十分钟。", CLERK))
                .get()
                .isInstanceOf(Answering.Conflict.class);
        Question second = answered(listing, question, 1, "煮三十分钟。");
        assertThat(second.answerVersion()).isEqualTo(2);
        assertThat(questions.versions(question.id()))
                .extracting(AnswerVersion::text)
                .containsExactly("煮三十分钟。", "煮二十分钟。");
        assertThat(questions.answer(listing.merchantId(), question.id(), 2, "打 13812345678", CLERK))
                .contains(new Answering.Refused(Fault.CONTACT));
        assertThat(questions.answer(Ids.next(), question.id(), 2, "我来答。", CLERK))
                .isEmpty();
    }

    @Test
    void a_merchant_sees_the_unanswered_first() {
        Listing listing = goods.published(6250);
        List<Question> asked = IntStream.range(0, 4)
                .mapToObj(number -> asked(Ids.next(), listing, "第 " + number + " 个问题"))
                .toList();
        answered(listing, asked.get(3), 0, "好的，可以。");
        answered(listing, asked.get(1), 0, "好的，可以。");
        Slice<Question> first = questions.ofMerchant(listing.merchantId(), null, 3);
        assertThat(first.items()).extracting(Question::text).containsExactly("第 2 个问题", "第 0 个问题", "第 3 个问题");
        assertThat(questions
                        .ofMerchant(listing.merchantId(), first.nextAfter(), 3)
                        .items())
                .extracting(Question::text)
                .containsExactly("第 1 个问题");
        assertThat(questions.ofMerchant(listing.merchantId(), "nonsense", 9).items())
                .isNotEmpty();
    }

    @Test
    void an_operator_hides_a_question_or_an_answer_for_a_reason_that_is_on_record() {
        Listing listing = goods.published(6250);
        Question question = asked(Ids.next(), listing, "能便宜点吗？");
        assertThat(questions.hide(question.id(), Part.ANSWER, "骂人", OPERATOR)).contains(new Hiding.NoAnswer());
        answered(listing, question, 0, "不能，爱买不买。");
        assertThat(questions.hide(question.id(), Part.ANSWER, " ", OPERATOR)).contains(new Hiding.ReasonMissing());
        questions.hide(question.id(), Part.ANSWER, "言语不当", OPERATOR);
        questions.hide(question.id(), Part.ANSWER, "言语不当", OPERATOR);
        assertThat(open(listing)).isEmpty();
        answered(listing, question, 1, "抱歉，已是最低价。");
        assertThat(open(listing)).hasSize(1);
        questions.hide(question.id(), Part.QUESTION, "重复刷屏", OPERATOR);
        assertThat(open(listing)).isEmpty();
        questions.show(question.id(), Part.QUESTION, OPERATOR);
        assertThat(open(listing)).hasSize(1);
        assertThat(audit.ofSubject("question:" + question.id(), 10))
                .extracting("act")
                .containsExactly("question.shown", "question.hidden", "question.hidden");
        assertThat(questions.hide(Ids.next(), Part.QUESTION, "没有", OPERATOR)).isEmpty();
    }

    private UUID keeper(UUID merchant) {
        String name = "keeper" + Ids.next() + "@house.test";
        Registration made = accounts.create(name, "twelve ripe oranges", "店长", Set.of(Role.MERCHANT));
        UUID keeper = ((Registration.Registered) made).account().id();
        staff.join(merchant, keeper, StaffRole.OWNER);
        return keeper;
    }

    private int letters(UUID keeper) {
        return inbox.of(keeper, null, 10, false).messages().size();
    }

    private void anHourPasses(UUID merchant) {
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update catalog.question_letter set sent_at = sent_at - interval '1 hour' where merchant_id = ?",
                statement -> {
                    statement.setObject(1, merchant);
                    return statement.executeUpdate();
                }));
    }

    private static Optional<Fault> fault(String text) {
        return PublicWords.faultOfQuestion(text);
    }

    private UUID published(UUID merchant) {
        var listing = goods.listing(merchant, goods.path().getLast().id(), 6250);
        listings.publishAll(List.of(listing));
        return listing.id();
    }

    private static List<UUID> ids(List<Question> questions) {
        return questions.stream().map(Question::id).toList();
    }

    private List<Question> open(Listing listing) {
        return questions.open(listing.id(), null, 10).items();
    }

    private Question asked(UUID member, Listing listing, String text) {
        Asking asking = questions.ask(member, listing.id(), text).orElseThrow();
        assertThat(asking).isInstanceOf(Asking.Asked.class);
        return ((Asking.Asked) asking).question();
    }

    private Question answered(Listing listing, Question question, int version, String text) {
        Answering answering = questions
                .answer(listing.merchantId(), question.id(), version, text, CLERK)
                .orElseThrow();
        assertThat(answering).isInstanceOf(Answering.Answered.class);
        return ((Answering.Answered) answering).question();
    }
}

package terrace.marketplace.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.notices.CapturedMail;
import terrace.marketplace.notices.Mail;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Samples;

@MicronautTest(transactional = false)
class ApplicationsTest {

    @Inject
    Applications applications;

    @Inject
    Endorsements endorsements;

    @Inject
    WayIn wayIn;

    @Inject
    Clock clock;

    @Inject
    CapturedMail mail;

    @Inject
    EventWorker worker;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_draft_keeps_what_was_typed_right_or_wrong() {
        var account = wayIn.account(Role.MEMBER);
        assertThat(applications.of(account)).isEmpty();
        applications.save(account, null, Map.of("name", "红米社", "phone", "不知道", "csrf", "x"), false);
        applications.save(account, Merchant.Kind.HOUSEHOLD, Map.of("village", "迤萨"), true);
        var draft = applications.of(account).orElseThrow();
        assertThat(draft.typed())
                .containsOnly(Map.entry("name", "红米社"), Map.entry("phone", "不知道"), Map.entry("village", "迤萨"));
        assertThat(draft.kind()).isEqualTo(Merchant.Kind.HOUSEHOLD);
        assertThat(draft.state()).isEqualTo(Application.State.DRAFT);
        assertThat(applications.history(draft)).extracting(Step::act).containsExactly(Step.Act.STARTED);
        assertThat(draft.toString()).doesNotContain("红米社");
        applications.save(account, null, Map.of("id-number", "12345678", "bank-account", ""), true);
        applications.save(account, null, Map.of("id-number", " ", "village", ""), true);
        var emptied = applications.of(account).orElseThrow();
        assertThat(emptied.value(Field.ID_NUMBER))
                .as("not shown again, so not typed again")
                .isEqualTo("12345678");
        assertThat(emptied.value(Field.VILLAGE)).isEmpty();
    }

    @Test
    void what_is_missing_is_listed_by_kind_of_merchant() {
        var account = wayIn.account(Role.MEMBER);
        applications.save(account, null, Map.of(), false);
        assertThat(applications.gaps(applications.of(account).orElseThrow()))
                .containsExactly(new Gap("kind", false, Gap.Reason.MISSING));
        for (var kind : Merchant.Kind.values()) {
            applications.save(account, kind, Map.of("phone", "12", "goods", "米".repeat(301)), false);
            var needs = Requirements.of(kind);
            var gaps = applications.gaps(applications.of(account).orElseThrow());
            assertThat(gaps)
                    .hasSize(needs.needed().size() + needs.papers().size())
                    .contains(
                            new Gap("phone", false, Gap.Reason.MALFORMED), new Gap("goods", false, Gap.Reason.TOO_LONG))
                    .contains(new Gap("ID_FRONT", true, Gap.Reason.MISSING));
        }
        assertThat(applications.submit(account)).get().isInstanceOf(Submission.Incomplete.class);
        assertThat(applications.submit(wayIn.account(Role.MEMBER))).isEmpty();
    }

    @Test
    void an_account_has_one_application_under_way() throws InterruptedException {
        var account = wayIn.account(Role.MEMBER);
        var writers = Arrays.asList(new Thread[4]);
        writers.replaceAll(none ->
                Thread.ofVirtual().start(() -> applications.save(account, null, Map.of("name", "社"), false)));
        for (var writer : writers) {
            writer.join();
        }
        assertThat(applications.history(applications.of(account).orElseThrow())).hasSize(1);
    }

    @Test
    void submitting_starts_the_two_weeks_and_closes_the_draft() {
        var account = wayIn.drafted();
        var submitted = ((Submission.Submitted) applications.submit(account).orElseThrow()).application();
        assertThat(submitted.state()).isEqualTo(Application.State.SUBMITTED);
        assertThat(submitted.round()).isEqualTo(1);
        assertThat(Duration.between(clock.now(), submitted.dueAt()))
                .isBetween(Duration.ofDays(13), Duration.ofDays(14));

        var twice = ((Submission.Submitted) applications.submit(account).orElseThrow()).application();
        assertThat(twice).isEqualTo(submitted);
        assertThat(applications.save(account, null, Map.of("name", "别的"), false))
                .isInstanceOf(Saving.Closed.class);
        assertThat(applications.addPaper(account, WayIn.licence(null), Samples.pdf("")))
                .isEmpty();
        var paper = applications.papers(account).getFirst();
        assertThat(applications.removePaper(account, paper.id())).isFalse();
        assertThat(applications.history(submitted))
                .extracting(Step::act)
                .containsExactly(Step.Act.STARTED, Step.Act.SUBMITTED);
    }

    @Test
    void slips_in_numbers_are_flagged_and_block_nobody() {
        var account = wayIn.drafted();
        applications.save(account, null, Map.of("id-number", "110105194912310021", "bank-holder", "别人"), false);
        var flags = applications.flags(applications.of(account).orElseThrow());
        assertThat(flags)
                .contains(Flag.LICENCE_DIGIT, Flag.ID_DIGIT, Flag.BANK_HOLDER)
                .doesNotContain(Flag.LICENCE_COUNTY);
        assertThat(applications.submit(account)).get().isInstanceOf(Submission.Submitted.class);
    }

    @Test
    void numbers_another_applicant_gave_are_flagged() {
        wayIn.submitted();
        var second = applications.of(wayIn.drafted()).orElseThrow();
        assertThat(applications.flags(second)).contains(Flag.ID_KNOWN, Flag.LICENCE_KNOWN, Flag.ACCOUNT_KNOWN);
    }

    @Test
    void papers_are_the_owners_and_can_be_taken_back_while_it_is_a_draft() {
        var account = wayIn.drafted();
        var paper = applications.papers(account).getFirst();
        assertThat(applications.paperFile(account, paper.id())).isPresent();
        assertThat(applications.paperFile(wayIn.drafted(), paper.id())).isEmpty();
        assertThat(applications.removePaper(wayIn.drafted(), paper.id())).isFalse();
        assertThat(applications.removePaper(account, paper.id())).isTrue();
        assertThat(applications.removePaper(account, paper.id())).isFalse();
        assertThat(applications.paperFile(account, paper.id())).isEmpty();
        assertThat(applications.gaps(applications.of(account).orElseThrow()))
                .containsExactly(new Gap(paper.kind().name(), true, Gap.Reason.MISSING));
    }

    @Test
    void a_paper_that_has_expired_is_refused_and_one_that_ends_soon_flagged() {
        var account = wayIn.drafted();
        assertThat(applications.addPaper(account, WayIn.licence(clock.today().minusDays(1)), Samples.pdf("")))
                .contains(new PaperIntake.Refused(PaperIntake.Reason.EXPIRED));
        assertThat(applications.addPaper(account, new NewPaper(PaperKind.OTHER, "长".repeat(61), null), Samples.pdf("")))
                .contains(new PaperIntake.Refused(PaperIntake.Reason.NUMBER_TOO_LONG));
        applications.addPaper(account, WayIn.licence(clock.today().plusDays(3)), Samples.pdf(""));
        assertThat(applications.flags(applications.of(account).orElseThrow())).contains(Flag.PAPER_ENDS_SOON);
    }

    @Test
    void nobody_hands_in_papers_without_end() {
        var account = wayIn.drafted();
        PaperIntake last = null;
        for (int at = 0; at < 20; at++) {
            last = applications
                    .addPaper(account, WayIn.licence(null), Samples.pdf(""))
                    .orElseThrow();
        }
        assertThat(last).isEqualTo(new PaperIntake.Refused(PaperIntake.Reason.TOO_MANY));
        assertThat(applications.papers(account)).hasSize(20);
    }

    @Test
    void the_applicant_is_told_by_mail() {
        wayIn.submitted();
        worker.drain();
        assertThat(mail.newest(5)).extracting(Mail::subject).contains("梯田：入驻申请已提交");
    }

    @Test
    void the_database_shows_no_numbers_of_people() {
        var application = wayIn.submitted();
        assertThat(row(application.id()))
                .doesNotContain("11010519491231002X", "6227003812345678901", "13800138000", "某某");
        assertThat(application.shown(Field.ID_NUMBER)).isEqualTo("**************002X");
        assertThat(application.shown(Field.BANK_ACCOUNT)).isEqualTo("***************8901");
        assertThat(endorsements.of(wayIn.endorser(WayIn.COUNTY), application.id()))
                .isPresent();
    }

    private String row(UUID id) {
        return transactions.executeRead(status ->
                jdbc.prepareStatement("select a::text from marketplace.application a where id = ?", statement -> {
                    statement.setObject(1, id);
                    var rows = statement.executeQuery();
                    rows.next();
                    return rows.getString(1);
                }));
    }
}

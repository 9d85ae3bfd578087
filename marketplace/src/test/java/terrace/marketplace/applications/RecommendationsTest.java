package terrace.marketplace.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.recommenders.Recommendation.Said;
import terrace.marketplace.recommenders.Recommenders;

@MicronautTest(transactional = false)
class RecommendationsTest {
    private static final String KNOWN = "一起办过三次赶集";
    private static final String UNKNOWN = "名册里没有这家";

    @Inject
    Recommendations recommendations;

    @Inject
    Applications applications;

    @Inject
    Endorsements endorsements;

    @Inject
    Reviews reviews;

    @Inject
    WayIn wayIn;

    @Inject
    Recommenders recommenders;

    @Inject
    Audit audit;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final String partner = "p-" + UUID.randomUUID();

    @Test
    void a_partner_sees_only_those_who_name_it() {
        var own = wayIn.recommender(partner);
        var other = wayIn.recommender("p-" + UUID.randomUUID());
        var application = wayIn.naming(partner);
        assertThat(recommendations.of(own, application.id())).isPresent();
        assertThat(recommendations.of(own, wayIn.submitted().id()))
                .as("names nobody")
                .isEmpty();
        for (var stranger : List.of(other, wayIn.account(Role.RECOMMENDER), wayIn.account(Role.OPERATOR))) {
            assertThat(recommendations.of(stranger, application.id())).isEmpty();
            assertThat(recommendations.candidates(stranger, null, 10).candidates())
                    .isEmpty();
            assertThat(recommendations.say(stranger, application.id(), 1, Said.CONFIRMED, KNOWN))
                    .isEmpty();
        }
        assertThat(recommendations.word(application)).isEmpty();
    }

    @Test
    void a_partner_is_told_who_it_is_and_no_more() {
        var own = wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        var candidate = recommendations.of(own, application.id()).orElseThrow();
        assertThat(candidate.name()).isEqualTo("梯田红米合作社");
        assertThat(candidate.toString()).doesNotContain("11010519491231002X", "93532529", "13800138000", "6227", "迤萨镇");
    }

    @Test
    void a_word_is_kept_once_and_a_later_one_counts_instead() {
        var own = wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        for (int i = 0; i < 2; i++) {
            assertThat(recommendations.say(own, application.id(), 1, Said.CONFIRMED, " " + KNOWN + " "))
                    .get()
                    .isInstanceOf(Decision.Decided.class);
        }
        assertThat(recommendations.word(application))
                .get()
                .matches(
                        word -> word.said() == Said.CONFIRMED && word.sentence().equals(KNOWN));
        assertThat(acts(application)).containsOnlyOnce("recommendation.confirmed");
        recommendations.say(own, application.id(), 1, Said.DENIED, UNKNOWN);
        assertThat(recommendations.word(application)).get().matches(word -> word.said() == Said.DENIED);
        assertThat(acts(application)).contains("recommendation.denied");
        assertThat(recommendations.of(own, application.id()).orElseThrow().word())
                .isEqualTo(recommendations.word(application).orElseThrow());
    }

    @Test
    void the_same_word_at_once_is_one() throws Exception {
        var own = wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        var works = new ArrayList<Callable<Optional<Decision>>>();
        for (int i = 0; i < 6; i++) {
            works.add(() -> recommendations.say(own, application.id(), 1, Said.CONFIRMED, KNOWN));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(works)) {
                assertThat(done.get()).get().isInstanceOf(Decision.Decided.class);
            }
        }
        assertThat(acts(application)).containsOnlyOnce("recommendation.confirmed");
    }

    @Test
    void a_word_without_a_sentence_or_of_an_older_submission_is_refused() {
        var own = wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        for (var sentence : List.of("", " 是的 ", "长".repeat(Recommendations.SENTENCE_CHARACTERS_MAX + 1))) {
            assertThat(recommendations.say(own, application.id(), 1, Said.CONFIRMED, sentence))
                    .get()
                    .isInstanceOf(Decision.ReasonMissing.class);
        }
        assertThat(recommendations.say(own, application.id(), 2, Said.CONFIRMED, KNOWN))
                .get()
                .isInstanceOf(Decision.Overtaken.class);
        assertThat(recommendations.word(application)).isEmpty();
    }

    @Test
    void nobody_waits_for_it_and_a_word_may_come_late() {
        var own = wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        endorsements.endorse(wayIn.endorser(WayIn.COUNTY), application.id(), 1);
        reviews.approve(wayIn.account(Role.OPERATOR), application.id(), 1, WayIn.ALL, true);
        assertThat(recommendations.say(own, application.id(), 1, Said.CONFIRMED, KNOWN))
                .get()
                .isInstanceOf(Decision.Decided.class);
        assertThat(reviews.of(application.id()).flatMap(recommendations::word)).isPresent();
    }

    @Test
    void a_word_is_of_the_one_it_was_said_of() {
        var own = wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        recommendations.say(own, application.id(), 1, Said.CONFIRMED, KNOWN);
        var account = application.accountId();
        endorsements.sendBack(wayIn.endorser(WayIn.COUNTY), application.id(), 1, Map.of("phone", "打不通"), "");
        assertThat(recommendations.of(own, application.id()))
                .as("with its applicant")
                .isEmpty();
        applications.save(account, null, Map.of("phone", "13900139000"), false);
        applications.submit(account);
        assertThat(reviews.of(application.id()).flatMap(recommendations::word))
                .as("another number")
                .isPresent();

        endorsements.sendBack(wayIn.endorser(WayIn.COUNTY), application.id(), 2, Map.of("name", "与执照不符"), "");
        applications.save(account, null, Map.of("name", "另一家合作社"), false);
        applications.submit(account);
        assertThat(reviews.of(application.id()).flatMap(recommendations::word))
                .as("somebody else")
                .isEmpty();
        assertThat(recommendations.of(own, application.id()).orElseThrow().word())
                .isNull();
    }

    @Test
    void nobody_recommends_themselves() {
        wayIn.recommender(partner);
        var application = wayIn.naming(partner);
        recommenders.appoint(application.accountId(), partner, "test");
        assertThat(recommendations.say(application.accountId(), application.id(), 1, Said.CONFIRMED, KNOWN))
                .get()
                .isInstanceOf(Decision.OwnApplication.class);
    }

    @Test
    void the_list_goes_on_where_it_ended() {
        var own = wayIn.recommender(partner);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(wayIn.naming(partner).id());
        }
        recommendations.say(own, ids.getFirst(), 1, Said.DENIED, UNKNOWN);
        var first = recommendations.candidates(own, null, 2);
        assertThat(first.candidates()).extracting(Candidate::id).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(first.candidates().getFirst().word()).isNotNull();
        assertThat(first.candidates().getLast().word()).isNull();
        var rest = recommendations.candidates(own, first.nextBefore(), 2);
        assertThat(rest.candidates()).extracting(Candidate::id).containsExactly(ids.getLast());
        assertThat(rest.nextBefore()).isNull();
    }

    @Test
    void what_was_said_is_not_rewritten() {
        for (var change : List.of(
                "update marketplace.recommendation set said = 'DENIED'", "delete from marketplace.recommendation")) {
            assertThatThrownBy(() -> transactions.executeWrite(
                            status -> jdbc.prepareStatement(change, PreparedStatement::executeUpdate)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> acts(Application application) {
        return audit.ofSubject("application:" + application.id(), 50).stream()
                .map(AuditEntry::act)
                .toList();
    }
}

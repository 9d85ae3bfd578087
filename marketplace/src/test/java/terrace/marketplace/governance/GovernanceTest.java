package terrace.marketplace.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.governance.Proposal.Decided;
import terrace.marketplace.governance.Proposal.Kind;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.recommenders.Recommenders;

@MicronautTest(transactional = false)
class GovernanceTest {
    private static final String WHY = "好商户";

    @Inject
    Governance governance;

    @Inject
    Pavilions pavilions;

    @Inject
    Partners partners;

    @Inject
    Merchants merchants;

    @Inject
    Recommenders recommenders;

    @Inject
    Accounts accounts;

    private final String code = "g-" + UUID.randomUUID();
    private UUID one = Ids.next();
    private UUID two = Ids.next();
    private UUID three = Ids.next();
    private UUID speakerOfOne = Ids.next();
    private UUID speakerOfTwo = Ids.next();
    private UUID speakerOfThree = Ids.next();
    private UUID merchant = Ids.next();

    @BeforeEach
    void aJointPavilion() {
        one = partner("a");
        two = partner("b");
        three = partner("c");
        pavilions.define(new Pavilion(
                code, "馆", "Pavilion", Pavilion.Kind.JOINT, null, "简介", "About", 1, List.of(one, two, three)));
        speakerOfOne = speaker("a");
        speakerOfTwo = speaker("b");
        speakerOfThree = speaker("c");
        merchant = merchants
                .open(new NewMerchant(
                        code, "某社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "6227003812345678901"))
                .id();
    }

    @Test
    void more_than_half_of_the_shares_carries_and_the_first_to_propose_is_counted() {
        UUID id = Ids.next();
        assertThat(propose(speakerOfOne, id)).hasValue(new Proposing.Noted(id));
        assertThat(propose(speakerOfOne, id)).hasValue(new Proposing.Noted(id));
        assertThat(propose(speakerOfTwo, Ids.next())).hasValue(new Proposing.ThereAlready());
        assertThat(pavilions.merchantsOf(code)).isEmpty();
        governance.vote(speakerOfTwo, id, true);
        governance.vote(speakerOfTwo, id, true);
        assertThat(pavilions.merchantsOf(code)).containsExactly(merchant);
        assertThat(governance.sponsors(code)).containsExactly(Map.entry(merchant, one));
        governance.attribute(code, three, Set.of(merchant));
        assertThat(governance.sponsors(code)).as("counted once").containsExactly(Map.entry(merchant, one));
        assertThat(governance.vote(speakerOfThree, id, false)).hasValue(new Proposing.DecidedAlready());
        assertThat(propose(speakerOfThree, Ids.next())).hasValue(new Proposing.ThereAlready());
    }

    @Test
    void half_of_the_shares_against_it_lets_it_fall_and_it_may_be_proposed_anew() {
        governance.share(code, Map.of(one, 2_000, two, 5_000, three, 3_000), "test");
        assertThat(governance.shares(code)).extracting(Say::share).containsExactly(2_000, 5_000, 3_000);
        UUID id = Ids.next();
        propose(speakerOfOne, id);
        governance.vote(speakerOfTwo, id, false);
        assertThat(governance.proposals(code).getFirst().decided()).isEqualTo(Decided.REFUSED);
        assertThat(pavilions.merchantsOf(code)).isEmpty();
        assertThat(propose(speakerOfOne, Ids.next())).get().isInstanceOf(Proposing.Noted.class);
        assertThatThrownBy(() -> governance.share(code, Map.of(one, 10_000), "test"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void votes_at_once_are_all_counted() throws Exception {
        UUID id = Ids.next();
        propose(speakerOfOne, id);
        List<Callable<Optional<Proposing>>> votes = List.of(
                () -> governance.vote(speakerOfTwo, id, false), () -> governance.vote(speakerOfThree, id, false));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var told : threads.invokeAll(votes)) {
                assertThat(told.get()).hasValue(new Proposing.Noted(id));
            }
        }
        assertThat(governance.proposals(code).getFirst().decided()).isEqualTo(Decided.REFUSED);
    }

    @Test
    void others_find_nothing_and_a_reason_is_needed() {
        partner("stranger");
        UUID stranger = speaker("stranger");
        assertThat(propose(stranger, Ids.next())).isEmpty();
        UUID id = Ids.next();
        propose(speakerOfOne, id);
        assertThat(governance.vote(stranger, id, true)).isEmpty();
        assertThat(governance.propose(speakerOfOne, code, Ids.next(), Kind.LISTING, Ids.next(), " 好 "))
                .hasValue(new Proposing.SentenceMissing());
        assertThat(governance.propose(speakerOfOne, code, Ids.next(), Kind.MERCHANT, Ids.next(), WHY + "啊"))
                .hasValue(new Proposing.NoSuchMerchant());
    }

    private Optional<Proposing> propose(UUID speaker, UUID id) {
        return governance.propose(speaker, code, id, Kind.MERCHANT, merchant, WHY + "，回购多");
    }

    private UUID partner(String name) {
        return partners.define(new NewPartner(name + "-" + code.substring(2), "单位", "Partner"))
                .id();
    }

    private UUID speaker(String partner) {
        String name = UUID.randomUUID() + "@governance.example";
        UUID account = ((Registration.Registered)
                        accounts.create(name, "rain-on-terraces", "某人", Set.of(Role.RECOMMENDER)))
                .account()
                .id();
        recommenders.appoint(account, partner + "-" + code.substring(2), "test");
        return account;
    }
}

package terrace.marketplace.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.PavilionAddresses;
import terrace.marketplace.pavilions.PavilionAddresses.Moving;
import terrace.marketplace.pavilions.Pavilions;
import terrace.marketplace.recommenders.Recommenders;

@MicronautTest(transactional = false)
class CurationTest {
    private static final String PASSWORD = "rain-on-terraces";

    @Inject
    Curation curation;

    @Inject
    PavilionAddresses addresses;

    @Inject
    Pavilions pavilions;

    @Inject
    Partners partners;

    @Inject
    Recommenders recommenders;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    private final String code = "c-" + UUID.randomUUID();
    private Account operator = new Account(Ids.next(), "", "", Set.of(), Account.Status.OPEN);

    @BeforeEach
    void aPavilion() {
        UUID owner = partners.define(new NewPartner(code, "单位", "Partner")).id();
        pavilions.define(
                new Pavilion(code, "馆", "Pavilion", Pavilion.Kind.JOINT, null, "简介", "About", 1, List.of(owner)));
        operator = account(Role.OPERATOR);
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void taking_one_back_brings_back_the_one_before() {
        assertThat(curation.holding(code)).isEqualTo(Arrangement.Content.PLAIN);
        UUID first = begun("甲");
        assertThat(curation.draft(operator, code, first, content("甲"))).isTrue();
        UUID second = begun("乙");
        assertThat(curation.holding(code).story()).isEqualTo("乙");
        assertThat(curation.withdraw(operator, code, second)).isTrue();
        assertThat(curation.withdraw(operator, code, second)).isTrue();
        assertThat(curation.holding(code).story()).isEqualTo("甲");
        curation.begin(operator, code, second, null);
        assertThat(curation.holding(code)).as("what was taken back stays away").isEqualTo(content("甲"));
    }

    @Test
    void one_for_a_later_day_waits_for_it() {
        UUID draft = Ids.next();
        curation.draft(operator, code, draft, content("节日"));
        assertThat(curation.byId(operator, code, draft).orElseThrow().state()).isEqualTo(Arrangement.State.DRAFT);
        curation.begin(operator, code, draft, clock.now().plus(Duration.ofHours(2)));
        assertThat(curation.holding(code)).isEqualTo(Arrangement.Content.PLAIN);
        assertThat(curation.newest(operator, code).orElseThrow().getFirst().state())
                .isEqualTo(Arrangement.State.SCHEDULED);
        clock.shift(Duration.ofHours(3));
        assertThat(curation.holding(code).story()).isEqualTo("节日");
        assertThat(curation.holdingId(code)).hasValue(draft);
    }

    @Test
    void only_those_it_is_given_to_may_arrange_it() {
        Account speaker = account(Role.RECOMMENDER);
        Account organiser = account(Role.ORGANISER);
        assertThat(curation.of(speaker, code)).isEmpty();
        assertThat(curation.draft(speaker, code, Ids.next(), content("x"))).isFalse();
        recommenders.appoint(speaker.id(), code, "test");
        assertThat(curation.of(speaker, code)).isPresent();
        assertThat(curation.of(organiser, code)).isEmpty();
        assertThat(curation.newest(organiser, code)).isEmpty();
        assertThat(curation.appoint(code, organiser.id(), "test")).isTrue();
        assertThat(curation.appoint(code, organiser.id(), "test")).isFalse();
        assertThat(curation.of(organiser)).extracting(Pavilion::code).containsExactly(code);
        UUID draft = begun("丙");
        assertThat(curation.withdraw(account(Role.ORGANISER), code, draft)).isFalse();
        assertThat(curation.holding(code).story()).isEqualTo("丙");
    }

    @Test
    void an_address_leads_to_its_pavilion_for_ever() {
        String fresh = "n" + UUID.randomUUID();
        assertThat(addresses.move(code, "Not an address", "test")).isEqualTo(Moving.NOT_AN_ADDRESS);
        assertThat(addresses.move(code, fresh, "test")).isEqualTo(Moving.MOVED);
        assertThat(addresses.move(code, fresh, "test")).isEqualTo(Moving.MOVED);
        assertThat(addresses.codeOf(code)).hasValue(code);
        assertThat(addresses.codeOf(fresh)).hasValue(code);
        assertThat(addresses.current(code)).isEqualTo(fresh);
        String other = "o-" + UUID.randomUUID();
        pavilions.define(new Pavilion(other, "别馆", "Other", Pavilion.Kind.ZONE, null, "简介", "About", 1, List.of()));
        assertThat(addresses.move(other, code, "test")).isEqualTo(Moving.TAKEN);
        assertThat(addresses.move(other, fresh, "test")).isEqualTo(Moving.TAKEN);
    }

    private UUID begun(String story) {
        UUID id = Ids.next();
        assertThat(curation.draft(operator, code, id, content(story))).isTrue();
        assertThat(curation.begin(operator, code, id, null)).isTrue();
        return id;
    }

    private static Arrangement.Content content(String story) {
        return new Arrangement.Content(
                List.of(Section.GOODS, Section.STORY),
                story,
                "story",
                "当季",
                "season",
                List.of(9, 10),
                List.of("532529"),
                List.of());
    }

    private Account account(Role role) {
        String name = UUID.randomUUID() + "@curation.example";
        return ((Registration.Registered) accounts.create(name, PASSWORD, "某人", Set.of(role))).account();
    }
}

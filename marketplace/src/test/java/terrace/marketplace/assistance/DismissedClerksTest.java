package terrace.marketplace.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.Message;

@MicronautTest(transactional = false)
class DismissedClerksTest {

    @Inject
    Assistances assistances;

    @Inject
    Clerks clerks;

    @Inject
    Accounts accounts;

    @Inject
    Inbox inbox;

    @Inject
    Audit audit;

    private final String contact = UUID.randomUUID() + "@example.com";

    @Test
    void a_dismissed_clerk_acts_for_nobody_and_the_households_are_told() {
        var clerk = clerk();
        var household = account(contact);
        var session = Ids.next();
        assistances.accept(household, ask(clerk, contact).id());
        var active = assistances.ofClerk(clerk).getFirst();
        assertThat(assistances.act(clerk, active.id(), session)).isTrue();
        var other = UUID.randomUUID() + "@example.com";
        var asked = ask(clerk, other);
        assertThat(assistances.dismiss(clerk, "test")).isTrue();
        assertThat(assistances.dismiss(clerk, "test")).as("twice").isFalse();
        assertThat(accounts.byId(clerk).orElseThrow().is(Role.CLERK)).isFalse();
        assertThat(assistances.acting(clerk, session)).isEmpty();
        assertThat(assistances.act(clerk, active.id(), session)).isFalse();
        assertThat(assistances.ask(clerk, other, "王家", false, false)).isInstanceOf(Asking.NotInOffice.class);
        assertThat(assistances.begin(clerk, asked.id(), "000000")).isEmpty();
        assertThat(assistances.accept(account(other), asked.id())).isEmpty();
        assertThat(assistances.ofClerk(clerk)).isEmpty();
        assertThat(titles(household)).containsOnlyOnce("代办已结束");
        assertThat(audit.ofSubject("account:" + clerk, 20))
                .extracting(AuditEntry::act)
                .containsOnlyOnce("clerk.dismissed");
        assertThat(assistances.clerkName(clerk)).as("who it was").startsWith("演示乡便民服务站");

        clerks.appoint(clerk, "演示乡便民服务站", "test");
        assertThat(accounts.byId(clerk).orElseThrow().is(Role.CLERK)).isTrue();
        assertThat(assistances.acting(clerk, session)).as("what ended stays so").isEmpty();
    }

    @Test
    void begun_or_dismissed_first_nobody_acts_after_it() throws Exception {
        for (int round = 0; round < 5; round++) {
            var clerk = clerk();
            var household = account(UUID.randomUUID() + "@example.com");
            var name = accounts.byId(household).orElseThrow().signInName();
            var asked = ask(clerk, name);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var both = threads.invokeAll(List.<Callable<Object>>of(
                        () -> assistances.accept(household, asked.id()), () -> assistances.dismiss(clerk, "test")));
                assertThat(both.getLast().get()).isEqualTo(true);
                assertThat(both.getFirst().get()).isNotNull();
            }
            assertThat(assistances.ofClerk(clerk)).isEmpty();
        }
    }

    private Assistance ask(UUID clerk, String name) {
        return ((Asking.Asked) assistances.ask(clerk, name, "王家", false, false)).assistance();
    }

    private List<String> titles(UUID account) {
        return inbox.of(account, null, 50, false).messages().stream()
                .map(Message::title)
                .toList();
    }

    private UUID clerk() {
        var clerk = account(UUID.randomUUID() + "@example.com");
        clerks.appoint(clerk, "演示乡便民服务站", "test");
        return clerk;
    }

    private UUID account(String name) {
        var created = accounts.create(name, "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }
}

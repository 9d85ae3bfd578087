package terrace.marketplace.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
class AuditTest {

    @Inject
    Audit audit;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void an_act_can_be_read_again_newest_first() {
        var subject = "merchant:" + UUID.randomUUID();
        audit.record("account:1", "merchant.suspended", subject, Map.of("reason", "PAPERS"));
        audit.record("account:2", "merchant.reopened", subject, Map.of());
        var entries = audit.ofSubject(subject, 10);
        assertThat(entries).extracting(AuditEntry::act).containsExactly("merchant.reopened", "merchant.suspended");
        assertThat(entries.getLast().detail()).containsExactly(Map.entry("reason", "PAPERS"));
        assertThat(audit.before(entries.getFirst().id(), 1).getFirst().act()).isEqualTo("merchant.suspended");
    }

    @Test
    void an_act_that_is_rolled_back_leaves_no_record() {
        var subject = "merchant:" + UUID.randomUUID();
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    audit.record("account:1", "merchant.suspended", subject, Map.of());
                    throw new IllegalArgumentException("the act failed");
                }))
                .hasMessageContaining("the act failed");
        assertThat(audit.ofSubject(subject, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update marketplace.audit set actor = 'nobody'",
                "delete from marketplace.audit",
                "truncate marketplace.audit"
            })
    void not_even_the_application_can_change_the_record(String sql) {
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement(sql, PreparedStatement::executeUpdate)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void asking_for_what_is_not_theirs_is_written_down_but_does_not_fill_the_table() throws Exception {
        var stray = UUID.randomUUID();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = java.util.stream.IntStream.range(0, Audit.STRAYED_MAX + 10)
                    .mapToObj(i -> threads.submit(() -> audit.strayed(stray, "/merchant/listings/{id}", "id " + i)))
                    .toList();
            for (var done : tries) {
                done.get();
            }
        }
        var written = audit.before(Long.MAX_VALUE, 500).stream()
                .filter(entry -> entry.actor().equals("account:" + stray))
                .toList();
        assertThat(written).hasSize(Audit.STRAYED_MAX);
        assertThat(written.getFirst().detail()).containsEntry("limit", "reached");
    }
}

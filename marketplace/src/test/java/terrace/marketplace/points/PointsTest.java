package terrace.marketplace.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class PointsTest {
    @Inject
    Points points;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final UUID member = Ids.next();

    @Test
    void facts_count_once_and_make_up_the_balance() {
        UUID order = Ids.next();
        assertThat(points.earn(order, member, 300)).isTrue();
        assertThat(points.earn(order, member, 300)).isFalse();
        UUID purchase = Ids.next();
        assertThat(points.freeze(member, purchase, 400)).isFalse();
        assertThat(points.freeze(member, purchase, 200)).isTrue();
        points.use(purchase);
        points.use(purchase);
        points.thaw(List.of(purchase));
        assertThat(points.balance(member)).isEqualTo(100);
        assertThat(points.facts(member).stream().mapToLong(PointsFact::moved).sum())
                .isEqualTo(100);
        UUID refund = Ids.next();
        assertThat(points.giveBack(refund, member, 200)).isTrue();
        assertThat(points.giveBack(refund, member, 200)).isFalse();
        assertThat(points.takeBack(refund, member, 900)).isEqualTo(300);
        assertThat(points.takeBack(refund, member, 900)).isZero();
        assertThat(points.balance(member)).isZero();
    }

    @Test
    void at_once_no_more_are_set_aside_than_there_are() throws Exception {
        points.earn(Ids.next(), member, 500);
        List<Callable<Boolean>> wishes = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(at -> () -> points.freeze(member, Ids.next(), 100))
                .toList();
        int frozen = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> told : threads.invokeAll(wishes)) {
                frozen += told.get() ? 1 : 0;
            }
        }
        assertThat(frozen).isEqualTo(5);
        assertThat(points.balance(member)).isZero();
    }

    @Test
    void the_floor_is_the_databases_and_facts_are_not_rewritten() {
        refuses(
                "points_floor",
                "insert into marketplace.points_fact (source, kind, member_id, points) "
                        + "values (gen_random_uuid(), 'TAKEN_BACK', ?, 1)");
        refuses("permission denied", "update marketplace.points_balance set points = 9 where member_id = ?");
        refuses("permission denied", "delete from marketplace.points_fact where member_id = ?");
    }

    private void refuses(String why, String sql) {
        assertThatThrownBy(() -> transactions.executeWrite(
                        status -> jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
                            statement.setObject(1, member);
                            return statement.executeUpdate();
                        })))
                .as(sql)
                .rootCause()
                .hasMessageContaining(why);
    }
}

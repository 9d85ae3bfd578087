package terrace.orders.payment;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** Something plain to pay for: what is due is kept in memory, locks and what was paid are PostgreSQL's. */
@Singleton
public class Tickets implements Payable {

    public static final String KIND = "ticket";

    /** Two orders of two merchants. */
    public record Ticket(
            UUID id, UUID firstOrder, UUID firstMerchant, UUID secondOrder, UUID secondMerchant, long fen) {}

    private final Map<UUID, Ticket> tickets = new ConcurrentHashMap<>();
    private final Set<UUID> lapsed = ConcurrentHashMap.newKeySet();
    private final JdbcOperations jdbc;
    private final Clock clock;

    Tickets(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Ticket sell(long fen, UUID firstMerchant, UUID secondMerchant) {
        Ticket ticket = new Ticket(Ids.next(), Ids.next(), firstMerchant, Ids.next(), secondMerchant, fen);
        tickets.put(ticket.id(), ticket);
        return ticket;
    }

    public Ticket sell(long fen) {
        return sell(fen, Ids.next(), Ids.next());
    }

    public void lapse(UUID id) {
        lapsed.add(id);
    }

    /** What the first order gets; the second gets the rest. */
    public static long firstShare(long fen) {
        return fen * 2 / 3;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<PayableFacts> lock(UUID id) {
        Ticket ticket = tickets.get(id);
        if (ticket == null) {
            return Optional.empty();
        }
        jdbc.prepareStatement("select pg_advisory_xact_lock(?)", statement -> {
            statement.setLong(1, id.getLeastSignificantBits());
            return statement.execute();
        });
        Instant payBy = clock.now().plus(Duration.ofMinutes(30));
        boolean open = !lapsed.contains(id) && !paid(id);
        return Optional.of(new PayableFacts(id, id, "ticket", ticket.fen(), open, payBy));
    }

    @Override
    public PayableOutcome paid(UUID id, UUID paymentId, Instant at) {
        if (lapsed.contains(id)) {
            return new PayableOutcome.Refused(PayableOutcome.Reason.TOO_LATE);
        }
        if (paid(id)) {
            return new PayableOutcome.Refused(PayableOutcome.Reason.ALREADY_PAID);
        }
        Ticket ticket = Objects.requireNonNull(tickets.get(id));
        long first = firstShare(ticket.fen());
        return new PayableOutcome.Accepted(List.of(
                new PayableOutcome.EscrowShare(ticket.firstOrder(), ticket.firstMerchant(), first),
                new PayableOutcome.EscrowShare(ticket.secondOrder(), ticket.secondMerchant(), ticket.fen() - first)));
    }

    @Override
    public void paymentFailed(UUID id, UUID paymentId) {
        // a ticket may be paid anew
    }

    private boolean paid(UUID id) {
        return jdbc.prepareStatement(
                "select 1 from orders.payment where payable_id = ? and state = 'TAKEN'", statement -> {
                    statement.setObject(1, id);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next();
                    }
                });
    }
}

package terrace.orders.checkout;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.catalog.flashsales.WaitingLines;
import terrace.marketplace.clock.Clock;
import terrace.orders.checkout.Line.Outcome;
import terrace.orders.checkout.Placement.ShortLine;
import terrace.orders.purchases.OrderBook;

/**
 * Serves many members in one transaction. Whoever is refused, or fails, spoils nothing for the others: those are placed
 * again without them.
 */
@Singleton
class Till {
    /** Ten random digits clash every other day at 100,000 orders a day; three times in a row, never. */
    private static final int NUMBER_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Till.class);

    private final Placing placing;
    private final OrderBook book;
    private final Gate gate;
    private final Clock clock;
    private final TransactionOperations<Connection> transactions;

    Till(
            Placing placing,
            OrderBook book,
            WaitingLines lines,
            Clock clock,
            TransactionOperations<Connection> transactions) {
        this.placing = placing;
        this.book = book;
        this.gate = new Gate(lines);
        this.clock = clock;
        this.transactions = transactions;
    }

    /** @param wishes of each member one at most, the first come first */
    Map<UUID, Outcome> serve(List<PlaceOrder> wishes) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        try {
            together(wishes).forEach((id, placement) -> outcomes.put(id, new Outcome(placement, null)));
        } catch (RuntimeException failure) {
            if (wishes.size() == 1 || OrderBook.outage(failure)) {
                throw failure;
            }
            wishes.forEach(wish -> outcomes.put(wish.purchaseId(), alone(wish)));
        }
        return outcomes;
    }

    /** As above; many refusals of the same goods shut the gate, for a rush too slow to fill a lane. */
    Map<UUID, Outcome> serveQuiet(List<PlaceOrder> wishes) {
        Map<UUID, Outcome> outcomes = serve(wishes);
        shut(outcomes.values(), gate::shutWhereMany);
        return outcomes;
    }

    /**
     * As above, in a rush: who comes too late is turned away with few words, those who stood in line while the gate was
     * shut without a transaction.
     */
    Map<UUID, Outcome> serveRush(List<PlaceOrder> wishes) {
        Map<UUID, Placement> late = new HashMap<>();
        wishes.forEach(wish -> refusal(wish).ifPresent(away -> late.put(wish.purchaseId(), away)));
        answerBefore(wishes, late);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        late.forEach((id, placement) -> outcomes.put(id, new Outcome(placement, null)));
        List<PlaceOrder> others = wishes.stream()
                .filter(wish -> !late.containsKey(wish.purchaseId()))
                .toList();
        if (!others.isEmpty()) {
            Map<UUID, Outcome> served = serve(others);
            shut(served.values(), gate::shut);
            served.forEach((id, outcome) -> outcomes.put(id, turnedAway(outcome)));
        }
        return outcomes;
    }

    private static void shut(Collection<Outcome> served, Consumer<Collection<ShortLine>> gate) {
        try {
            gate.accept(served.stream()
                    .flatMap(outcome -> Gate.gone(outcome.placement()).stream())
                    .toList());
        } catch (RuntimeException trouble) {
            // what is placed is placed, and its buyer shall hear so; the gate stays open, and the next ask the database
            LOG.warn("The gate stays open", trouble);
        }
    }

    private static Outcome turnedAway(Outcome outcome) {
        List<ShortLine> gone = Gate.gone(outcome.placement());
        return gone.isEmpty() ? outcome : new Outcome(new Placement.TurnedAway(gone), null);
    }

    /** How many can be bought now, as far as is committed. */
    long pieces(UUID skuId) {
        return placing.pieces(skuId);
    }

    /** What the gate says to somebody, out of memory; empty when it is open to them. */
    Optional<Placement> refusal(PlaceOrder wish) {
        return gate.refusal(wish);
    }

    /** For those who are refused: what an earlier sending came to, in one question; Crowded where there was none. */
    Map<UUID, Outcome> answerBefore(List<PlaceOrder> wishes) {
        Map<UUID, Placement> answers = new HashMap<>();
        wishes.forEach(wish -> answers.put(wish.purchaseId(), new Placement.Crowded()));
        answerBefore(wishes, answers);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        answers.forEach((id, placement) -> outcomes.put(id, new Outcome(placement, null)));
        return outcomes;
    }

    /**
     * What an earlier sending of the form came to. It is asked after a refusal, since goods already bought are gone
     * from the cart and may be dearer by now, and outside the refused transaction, which sees its own writing.
     */
    private void answerBefore(List<PlaceOrder> wishes, Map<UUID, Placement> answers) {
        Map<UUID, UUID> members = book.membersOf(answers.keySet());
        for (PlaceOrder wish : wishes) {
            UUID member = members.get(wish.purchaseId());
            if (member != null) {
                answers.put(
                        wish.purchaseId(),
                        member.equals(wish.memberId())
                                ? new Placement.Placed(wish.purchaseId())
                                : new Placement.NotYours());
            }
        }
    }

    private Outcome alone(PlaceOrder wish) {
        try {
            return new Outcome(together(List.of(wish)).get(wish.purchaseId()), null);
        } catch (RuntimeException failure) {
            return new Outcome(null, failure);
        }
    }

    private Map<UUID, Placement> together(List<PlaceOrder> wishes) {
        if (transactions.findTransactionStatus().isPresent()) {
            throw new IllegalStateException("nobody is told that something is placed before it is committed");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return placed(wishes, clock.today());
            } catch (DataAccessException refused) {
                if (attempt == NUMBER_ATTEMPTS || !OrderBook.numberTaken(refused)) {
                    throw refused;
                }
            }
        }
    }

    private Map<UUID, Placement> placed(List<PlaceOrder> wishes, LocalDate day) {
        Map<UUID, Placement> answers = new HashMap<>();
        List<PlaceOrder> left = wishes;
        while (!left.isEmpty()) {
            List<PlaceOrder> asking = left;
            Placing.Round round = transactions.executeWrite(status -> {
                Placing.Round done = placing.place(asking, day);
                if (done.spoilt()) {
                    status.setRollbackOnly();
                }
                return done;
            });
            answers.putAll(round.refused());
            left = asking.stream()
                    .filter(wish -> !answers.containsKey(wish.purchaseId()))
                    .toList();
            if (!round.spoilt()) {
                break;
            }
        }
        if (!answers.isEmpty()) {
            answerBefore(wishes, answers);
        }
        left.forEach(wish -> answers.put(wish.purchaseId(), new Placement.Placed(wish.purchaseId())));
        return answers;
    }
}

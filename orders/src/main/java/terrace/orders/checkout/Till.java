package terrace.orders.checkout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** So long nobody in a rush asks again for what was sold out. */
    private static final Duration SOLD_OUT_FOR = Duration.ofMillis(500);

    private static final int REMEMBERED_MAX = 10_000;

    private final Cache<UUID, ShortLine> gone = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(SOLD_OUT_FOR)
            .build();
    private final Placing placing;
    private final OrderBook book;
    private final WaitingLines lines;
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
        this.lines = lines;
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

    /** As above; those whose goods were sold out a moment ago hear so without a transaction. */
    Map<UUID, Outcome> serveRush(List<PlaceOrder> wishes) {
        Map<UUID, Placement> late = late(wishes);
        Map<UUID, Outcome> outcomes = new HashMap<>();
        late.forEach((id, placement) -> outcomes.put(id, new Outcome(placement, null)));
        List<PlaceOrder> others = wishes.stream()
                .filter(wish -> !late.containsKey(wish.purchaseId()))
                .toList();
        if (!others.isEmpty()) {
            Map<UUID, Outcome> served = serve(others);
            served.values().forEach(this::remember);
            outcomes.putAll(served);
        }
        return outcomes;
    }

    private void remember(Outcome outcome) {
        List<ShortLine> lacking =
                switch (outcome.placement()) {
                    case Placement.SoldOut out -> out.lines();
                    case Placement.CampaignSoldOut out -> out.lines();
                    case null, default -> List.of();
                };
        lacking.stream().filter(line -> line.left() == 0).forEach(line -> gone.put(line.skuId(), line));
    }

    /** For whom a piece is kept, nothing is sold out before it is tried. */
    private Map<UUID, Placement> late(List<PlaceOrder> wishes) {
        Map<UUID, Placement> late = new HashMap<>();
        List<PlaceOrder> asking = new ArrayList<>();
        for (PlaceOrder wish : wishes) {
            List<ShortLine> none = List.copyOf(gone.getAllPresent(wish.skuIds()).values());
            if (!none.isEmpty()) {
                late.put(wish.purchaseId(), new Placement.SoldOut(none));
                asking.add(wish);
            }
        }
        if (asking.isEmpty()) {
            return late;
        }
        Set<UUID> kept = lines.keptFor(
                asking.stream().map(PlaceOrder::memberId).collect(Collectors.toSet()),
                asking.stream().flatMap(wish -> wish.skuIds().stream()).collect(Collectors.toSet()));
        asking.stream().filter(wish -> kept.contains(wish.memberId())).forEach(wish -> late.remove(wish.purchaseId()));
        answerBefore(asking, late);
        return late;
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

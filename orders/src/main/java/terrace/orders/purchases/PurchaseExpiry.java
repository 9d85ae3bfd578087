package terrace.orders.purchases;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.catalog.stock.Stock;
import terrace.marketplace.jobs.Job;
import terrace.orders.promotions.Benefits;

/** Lets unpaid purchases lapse when their time is up, and gives their stock back. */
@Factory
class PurchaseExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseExpiry.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int PURCHASES_AT_ONCE = 100;
    private static final int ROUNDS_MAX = 100;

    private final PurchaseRows purchases;
    private final Stock stock;
    private final Benefits benefits;
    private final TransactionOperations<Connection> transactions;

    PurchaseExpiry(
            PurchaseRows purchases, Stock stock, Benefits benefits, TransactionOperations<Connection> transactions) {
        this.purchases = purchases;
        this.stock = stock;
        this.benefits = benefits;
        this.transactions = transactions;
    }

    @Bean
    @Singleton
    Job expirePurchases() {
        return new Job("expire-purchases", EVERY, this::expireDue);
    }

    /** How many lapsed now. Goes on while there are more, as after a rush, behind those that could not lapse. */
    int expireDue() {
        int expired = 0;
        int left = 0;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<UUID> due = purchases.due(PURCHASES_AT_ONCE, left);
            int lapsed = expire(due);
            expired += lapsed;
            left += due.size() - lapsed;
            if (due.size() < PURCHASES_AT_ONCE) {
                break;
            }
        }
        return expired;
    }

    /** All in one transaction, and one by one when that fails, so that one which cannot lapse keeps back no other. */
    private int expire(List<UUID> ids) {
        try {
            return transactions.executeWrite(status -> expireFree(ids));
        } catch (RuntimeException e) {
            if (ids.size() == 1) {
                LOG.error("Purchase {} could not lapse; it is tried again", ids.getFirst(), e);
                return 0;
            }
            return ids.stream().mapToInt(id -> expire(List.of(id))).sum();
        }
    }

    /** One that is locked is being paid or cancelled at this moment: it is left to that, and looked at again later. */
    private int expireFree(List<UUID> ids) {
        List<PurchaseRows.Row> free = purchases.lockFreeUnpaid(ids);
        Set<UUID> all = ids(free);
        if (!all.isEmpty()) {
            purchases.closeAll(all, PurchaseState.EXPIRED);
            benefits.thaw(ids(free.stream().filter(PurchaseRows.Row::reduced).toList()));
            stock.releaseAll(all);
        }
        return all.size();
    }

    private static Set<UUID> ids(List<PurchaseRows.Row> rows) {
        return rows.stream().map(PurchaseRows.Row::id).collect(Collectors.toSet());
    }
}

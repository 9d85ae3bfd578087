package terrace.orders.purchases;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
    private static final int PURCHASES_AT_ONCE = 500;

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

    /** How many lapsed now. Each in a transaction of its own, so that one that fails keeps back no other. */
    int expireDue() {
        int expired = 0;
        for (UUID id : purchases.due(PURCHASES_AT_ONCE)) {
            try {
                expired += transactions.executeWrite(status -> expire(id)) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("Purchase {} could not lapse; it is tried again", id, e);
            }
        }
        return expired;
    }

    /** One that is locked is being paid or cancelled at this moment: it is left to that, and looked at again later. */
    private boolean expire(UUID id) {
        return purchases
                .lockIfFree(id)
                .filter(row -> row.state() == PurchaseState.AWAITING_PAYMENT)
                .map(row -> {
                    purchases.close(id, PurchaseState.EXPIRED);
                    if (row.reduced()) {
                        benefits.thaw(List.of(id));
                    }
                    stock.release(id);
                    return true;
                })
                .orElse(false);
    }
}

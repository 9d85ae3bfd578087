package terrace.marketplace.notices;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import terrace.marketplace.events.Subscriber;

/** Sends letters once they are queued; the outside is called when this subscriber's own transaction is over. */
@Singleton
class SendNotices implements Subscriber<NoticeQueued> {

    private final TransactionOperations<Connection> transactions;
    private final Post post;

    SendNotices(TransactionOperations<Connection> transactions, Post post) {
        this.transactions = transactions;
        this.post = post;
    }

    @Override
    public Class<NoticeQueued> event() {
        return NoticeQueued.class;
    }

    @Override
    public void on(NoticeQueued event) {
        transactions.findTransactionStatus().orElseThrow().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                post.take(event.noticeId());
            }
        });
    }
}

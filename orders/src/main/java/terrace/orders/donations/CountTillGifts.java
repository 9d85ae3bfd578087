package terrace.orders.donations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Objects;
import terrace.marketplace.events.Subscriber;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchasePaid;
import terrace.orders.purchases.Purchases;

/** What was given on the way through the till is the project's that stood there when the purchase was placed. */
@Singleton
class CountTillGifts implements Subscriber<PurchasePaid> {
    private final Purchases purchases;
    private final ProjectRepository projects;

    CountTillGifts(Purchases purchases, ProjectRepository projects) {
        this.purchases = purchases;
        this.projects = projects;
    }

    @Override
    public Class<PurchasePaid> event() {
        return PurchasePaid.class;
    }

    @Override
    @Transactional
    public void on(PurchasePaid event) {
        Purchase purchase =
                purchases.ofMember(event.memberId(), event.purchaseId()).orElseThrow();
        if (purchase.donationFen() > 0) {
            projects.atTill(purchase.placedAt())
                    .ifPresent(project -> projects.arrived(
                            project.id(),
                            Projects.PURCHASE,
                            purchase.id(),
                            purchase.memberId(),
                            purchase.donationFen(),
                            false,
                            Objects.requireNonNull(purchase.paidAt())));
        }
    }
}

package terrace.orders.returns;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchases;
import terrace.orders.reversals.Reversals;

/** A shop, a member who has received rice, and what both say about it. */
abstract class ClaimBench {
    static final UUID MEDIATOR = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    @Inject
    Claims claims;

    @Inject
    ClaimDesk desk;

    @Inject
    Reversals reversals;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Purchases purchases;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    @Inject
    EventWorker events;

    UUID merchant = Ids.next();
    Member member = new Member(merchant, merchant);
    Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        clock.shift(Duration.ZERO);
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_000, 500, 100);
    }

    @AfterEach
    void sound() {
        clock.shift(Duration.ZERO);
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    static byte[] photo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Order received(int quantity) {
        Order order = sales.paid(member, rice, quantity);
        sales.accept(order);
        return order;
    }

    Optional<Opening> open(Order order, ClaimKind kind, int quantity, @Nullable Spoiled spoiled) {
        return claims.open(
                member.id(), order.number(), new NewClaim(1, kind, quantity, spoiled, null, "像照片那样"), List.of(photo()));
    }

    Claim opened(Order order, ClaimKind kind, int quantity, @Nullable Spoiled spoiled) {
        return ((Opening.Opened) open(order, kind, quantity, spoiled).orElseThrow()).claim();
    }

    ClaimState state(Claim claim) {
        return claims.ofMember(member.id(), claim.number())
                .orElseThrow()
                .claim()
                .state();
    }

    long refunded(Order order) {
        return reversals.sold(order.id()).values().stream()
                        .mapToLong(fen -> fen)
                        .sum()
                - reversals.left(order.id()).values().stream()
                        .mapToLong(fen -> fen)
                        .sum();
    }
}

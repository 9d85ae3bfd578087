package terrace.orders.faults;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.gateway.SandboxBank;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.Purchases;
import terrace.orders.returns.CallingOff;

/** People who buy at random, pay twice, leave the bank's page, and call off what they have paid. */
@Singleton
class Crowd {
    private static final int PEOPLE = 8;
    private static final int PIECES_MAX = 3;
    private static final URI BACK = URI.create("http://127.0.0.1/purchases/1");

    private final Bazaar bazaar;
    private final Shopping shopping;
    private final Payments payments;
    private final Purchases purchases;
    private final CallingOff callingOff;
    private final SandboxBank bank;

    Crowd(
            Bazaar bazaar,
            Shopping shopping,
            Payments payments,
            Purchases purchases,
            CallingOff callingOff,
            SandboxBank bank) {
        this.bazaar = bazaar;
        this.shopping = shopping;
        this.payments = payments;
        this.purchases = purchases;
        this.callingOff = callingOff;
        this.bank = bank;
    }

    record Bought(UUID memberId, UUID purchaseId) {}

    /** Hears what people are told. */
    interface Diary {
        /** Their purchase is placed. */
        void placed(Bought bought);

        /** It is paid. */
        void paid(Bought bought);

        /** Somebody saw an error page. */
        void failed();
    }

    /** @param channels by which they pay */
    void buy(Duration howLong, long seed, List<String> channels, Diary diary) {
        UUID merchant = bazaar.merchant();
        UUID other = bazaar.merchant();
        List<Goods> goods = List.of(
                bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 100_000),
                bazaar.goods(other, bazaar.tariff(other, 600, 100), 990, 250, 100_000));
        long end = System.nanoTime() + howLong.toNanos();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < PEOPLE; at++) {
                Random chance = new Random(seed * PEOPLE + at);
                Member member = bazaar.member();
                var _ = people.submit(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            shop(member, goods, chance, channels, diary);
                        } catch (RuntimeException e) {
                            // an error page: the member knows nothing, and comes again
                            diary.failed();
                        }
                    }
                });
            }
        }
    }

    private void shop(Member member, List<Goods> goods, Random chance, List<String> channels, Diary diary) {
        Goods first = goods.get(chance.nextInt(goods.size()));
        Map<Goods, Integer> wanted = chance.nextBoolean()
                ? Map.of(first, 1 + chance.nextInt(PIECES_MAX))
                : Map.of(goods.getFirst(), 1, goods.getLast(), 1 + chance.nextInt(PIECES_MAX));
        UUID purchase = shopping.place(member, wanted);
        Bought bought = new Bought(member.id(), purchase);
        diary.placed(bought);
        switch (chance.nextInt(10)) {
            case 0 -> purchases.cancel(member.id(), purchase);
            case 1 -> {
                // left alone: it lapses by itself
            }
            case 2 -> {
                URI page = page(purchase, channels.getFirst());
                pay(purchase, channels.getLast());
                bank.pay(page);
            }
            default -> pay(purchase, chance.nextInt(3) == 0 ? channels.getLast() : channels.getFirst());
        }
        if (paid(purchase)) {
            diary.paid(bought);
            if (chance.nextInt(6) == 0) {
                Purchase theirs = purchases.ofMember(member.id(), purchase).orElseThrow();
                callingOff.byMember(member.id(), theirs.orders().getFirst().number());
            }
        }
    }

    private void pay(UUID purchase, String channel) {
        bank.pay(page(purchase, channel));
    }

    private URI page(UUID purchase, String channel) {
        if (payments.start(Purchases.PAYABLE_KIND, purchase, BACK, channel)
                instanceof PaymentStart.Started(UUID _, URI page)) {
            return page;
        }
        throw new IllegalStateException("the bank is silent");
    }

    /** As the page says to who comes back from the bank. */
    private boolean paid(UUID purchase) {
        return payments.ofPayable(Purchases.PAYABLE_KIND, purchase)
                .map(view -> payments.resolve(view.paymentId()))
                .filter(PaymentView.Taken.class::isInstance)
                .isPresent();
    }
}

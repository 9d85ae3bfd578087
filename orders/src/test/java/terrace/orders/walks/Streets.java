package terrace.orders.walks;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;

/** Shops and a buyer for walks; made anew now and then, so that no account grows long. */
@Singleton
class Streets {
    private static final int SHOPS = 3;
    /** The first pays none, as most do here. */
    private static final int COMMISSION = 250;

    private static final long PLENTY = 1_000_000;

    private final Bazaar bazaar;
    private final BankAccounts bankAccounts;

    Streets(Bazaar bazaar, BankAccounts bankAccounts) {
        this.bazaar = bazaar;
        this.bankAccounts = bankAccounts;
    }

    record Street(Member buyer, List<UUID> merchants, List<Goods> goods) {
        Set<UUID> skuIds() {
            return goods.stream().map(Goods::skuId).collect(Collectors.toSet());
        }
    }

    Street open() {
        List<UUID> merchants = new ArrayList<>();
        List<Goods> goods = new ArrayList<>();
        for (int shop = 0; shop < SHOPS; shop++) {
            UUID merchant = bazaar.merchant(COMMISSION * shop);
            merchants.add(merchant);
            UUID tariff = bazaar.tariff(merchant, 800, 100);
            goods.add(bazaar.goods(merchant, tariff, 1_999 + 1_000L * shop, 500, PLENTY));
        }
        bankAccounts.vouch(Set.copyOf(merchants), Instant.EPOCH, "test");
        return new Street(bazaar.member(), merchants, goods);
    }
}

package terrace.orders.bazaar;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.NewCategory;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing.About;
import terrace.catalog.listings.Listing.Keeping;
import terrace.catalog.listings.Listing.Looks;
import terrace.catalog.listings.Listing.Origin;
import terrace.catalog.listings.Listing.Proof;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.Offering;
import terrace.catalog.listings.Storage;
import terrace.catalog.listings.VatKind;
import terrace.catalog.stock.Receipt;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.addresses.AddressDraft;
import terrace.marketplace.addresses.AddressSaving;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;

/** Sets up who sells, what, to whom. */
@Singleton
public class Bazaar {
    public static final String BEIJING = "110101";
    public static final String LHASA = "540102";
    public static final String RECIPIENT = "张三丰";
    public static final String PHONE = "13812345678";
    public static final String STREET = "东华门大街一号";

    private static final String HONGHE = "532529";

    private final Accounts accounts;
    private final Addresses addresses;
    private final Merchants merchants;
    private final Categories categories;
    private final Freight freight;
    private final Listings listings;
    private final Stock stock;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;

    Bazaar(
            Accounts accounts,
            Addresses addresses,
            Merchants merchants,
            Categories categories,
            Freight freight,
            Listings listings,
            Stock stock,
            JdbcOperations jdbc,
            TransactionOperations<Connection> transactions) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.merchants = merchants;
        this.categories = categories;
        this.freight = freight;
        this.listings = listings;
        this.stock = stock;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Somebody with an address. */
    public record Member(UUID id, UUID addressId) {}

    /** Something to buy; prices in fen. */
    public record Goods(UUID skuId, UUID listingId, UUID merchantId, long priceFen, long grams) {}

    public Member member() {
        return memberIn(BEIJING);
    }

    public Member memberIn(String countyCode) {
        String name = Ids.next() + "@example.com";
        var registration = accounts.create(name, "a-terraced-hill-of-rice", "张三", Set.of(Role.MEMBER));
        UUID id = ((Registration.Registered) registration).account().id();
        return new Member(id, address(id, countyCode));
    }

    /** One more address of somebody. */
    public UUID address(UUID memberId, String countyCode) {
        AddressDraft draft = new AddressDraft(null, RECIPIENT, PHONE, countyCode, STREET, true);
        return ((AddressSaving.Saved) addresses.save(memberId, draft)).address().id();
    }

    public UUID merchant() {
        return merchant(0);
    }

    /** One who pays commission. */
    public UUID merchant(int basisPoints) {
        String code = "m-" + Ids.next();
        return merchants
                .open(new NewMerchant(
                        code, "红河合作社", Merchant.Kind.COOPERATIVE, HONGHE, "", basisPoints, "张三", "6217000010000000001"))
                .id();
    }

    /** A tariff by weight that goes everywhere but to the provinces named: first kilogram, each further one. */
    public UUID tariff(UUID merchantId, long firstFen, long stepFen, String... notTo) {
        List<FreightZone> zones = new ArrayList<>();
        zones.add(new FreightZone(FreightZone.EVERYWHERE_ELSE, true, 1000, firstFen, 1000, stepFen, null));
        for (String province : notTo) {
            zones.add(FreightZone.notDelivered(province));
        }
        UUID id = Ids.next();
        freight.define(new FreightTemplate(id, merchantId, "按重量", zones));
        return id;
    }

    /** Red rice at a price, so many on the shelf. */
    public Goods goods(UUID merchantId, UUID tariffId, long priceFen, long grams, long onHand) {
        return goods(merchantId, tariffId, priceFen, grams, onHand, 1).getFirst();
    }

    /** One listing with several sizes of the same price. */
    public List<Goods> goods(UUID merchantId, UUID tariffId, long priceFen, long grams, long onHand, int skus) {
        UUID category =
                categories.define(new NewCategory("rice", null, "米", "Rice", 1)).id();
        UUID listingId = Ids.next();
        List<NewSku> sizes = new ArrayList<>();
        List<Goods> goods = new ArrayList<>();
        for (int index = 1; index <= skus; index++) {
            UUID skuId = Ids.next();
            sizes.add(new NewSku(skuId, "第" + index + "袋", priceFen, grams, ""));
            goods.add(new Goods(skuId, listingId, merchantId, priceFen, grams));
        }
        Offering offering = listings.publishAll(List.of(new NewListing(
                        listingId,
                        merchantId,
                        new About(
                                category,
                                "哈尼红米",
                                "梯田里的红米",
                                new Origin(HONGHE, ""),
                                new Looks("rice-sack"),
                                Proof.NONE,
                                new Keeping(Storage.AMBIENT, 365, "", false),
                                Map.of(),
                                VatKind.EXEMPT_OWN_GROWN,
                                tariffId),
                        sizes)))
                .getFirst();
        if (!(offering instanceof Offering.Accepted)) {
            throw new IllegalStateException(offering.toString());
        }
        if (onHand > 0) {
            stock.receiveAll(
                    goods.stream()
                            .map(item -> new Receipt(item.skuId(), onHand))
                            .toList(),
                    "harvest");
        }
        return goods;
    }

    public long onSale(Goods goods) {
        return stock.onSale(Set.of(goods.skuId())).getOrDefault(goods.skuId(), 0L);
    }

    /** A number from the tables, to see what the doors do not show. */
    public long number(String sql, Object... parameters) {
        return transactions.executeRead(status -> jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }));
    }

    /** A change behind the doors' backs, with the rights of the application. */
    public int change(String sql, Object... parameters) {
        return transactions.executeWrite(status -> jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return statement.executeUpdate();
        }));
    }

    /** All at the same time, each in a thread of its own. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> works) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(works)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

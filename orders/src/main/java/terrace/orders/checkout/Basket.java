package terrace.orders.checkout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.SkuOffer;
import terrace.catalog.listings.SkuOffer.InCampaign;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.ledger.Bearer;
import terrace.orders.payment.PayableOutcome.Gift;
import terrace.orders.pricing.Discounted;
import terrace.orders.pricing.PricedGroup;
import terrace.orders.pricing.PricedLine;
import terrace.orders.purchases.DeliveryAddress;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.NewPurchase;
import terrace.orders.purchases.NewPurchase.NewLine;
import terrace.orders.purchases.NewPurchase.NewOrder;

/** What lies on the counter: how many of which offers, for whom and where to; every wanted SKU has its offer. */
record Basket(PlaceOrder wish, LocalDate day, Address address, Map<UUID, Integer> wanted, Map<UUID, SkuOffer> offers) {

    SkuOffer offer(UUID skuId) {
        return Objects.requireNonNull(offers.get(skuId));
    }

    Set<UUID> merchantIds() {
        return offers.values().stream().map(SkuOffer::merchantId).collect(Collectors.toSet());
    }

    Map<UUID, Long> quantities() {
        return wanted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, line -> line.getValue().longValue()));
    }

    /** By SKU that is sold in a campaign, the bucket with what was pledged for it. */
    Map<UUID, UUID> buckets() {
        Map<UUID, UUID> buckets = new HashMap<>();
        wanted.keySet().forEach(skuId -> {
            InCampaign campaign = offer(skuId).campaign();
            if (campaign != null) {
                buckets.put(skuId, campaign.bucketId());
            }
        });
        return buckets;
    }

    /** Of those, the ones of flash sales. */
    Set<UUID> flashes() {
        return wanted.keySet().stream()
                .map(skuId -> offer(skuId).campaign())
                .filter(campaign -> campaign != null && campaign.flash())
                .map(InCampaign::bucketId)
                .collect(Collectors.toSet());
    }

    /** By merchant, SKUs in the order of their ids. */
    Map<UUID, List<PricedLine>> pricedLines() {
        return new TreeMap<>(wanted)
                .entrySet().stream()
                        .collect(Collectors.groupingBy(
                                line -> offer(line.getKey()).merchantId(),
                                Collectors.mapping(
                                        line -> priced(offer(line.getKey()), line.getValue()), Collectors.toList())));
    }

    private static PricedLine priced(SkuOffer offer, int quantity) {
        return new PricedLine(
                offer.sku().id(),
                offer.freightTemplateId(),
                offer.sku().grams(),
                offer.sku().priceFen(),
                quantity);
    }

    /** What coupons are asked about. */
    List<Reductions.Goods> goods() {
        return wanted.entrySet().stream()
                .map(line -> {
                    SkuOffer offer = offer(line.getKey());
                    return new Reductions.Goods(
                            line.getKey(),
                            offer.listingId(),
                            offer.merchantId(),
                            offer.categoryId(),
                            Math.multiplyExact(offer.sku().priceFen(), line.getValue()));
                })
                .toList();
    }

    NewPurchase purchase(List<PricedGroup> groups, Discounted off, @Nullable Gift gift, Map<UUID, Merchant> merchants) {
        DeliveryAddress to =
                new DeliveryAddress(address.recipient(), address.phone(), address.countyCode(), address.street());
        List<NewOrder> orders =
                groups.stream().map(group -> order(group, off, merchants)).toList();
        return new NewPurchase(wish.purchaseId(), wish.memberId(), to, orders, gift);
    }

    private NewOrder order(PricedGroup group, Discounted off, Map<UUID, Merchant> merchants) {
        Merchant merchant = Objects.requireNonNull(merchants.get(group.merchantId()));
        return new NewOrder(
                Ids.next(),
                Ids.number(day),
                group.merchantId(),
                group.freightFen(),
                merchant.commissionBasisPoints(),
                group.lines().stream().map(line -> line(line, off)).toList());
    }

    /** What others bear of a campaign's price is a part of what the goods are sold for, and the buyer's cash is not. */
    private NewLine line(PricedLine line, Discounted off) {
        SkuOffer offer = offer(line.skuId());
        InCampaign campaign = offer.campaign();
        List<LineShare> shares = new ArrayList<>(campaign == null ? List.of() : borne(campaign, line.quantity()));
        shares.addAll(off.of(line.skuId()));
        return new NewLine(
                line.skuId(),
                offer.listingId(),
                offer.title(),
                offer.sku().name(),
                line.grams(),
                offer.countyCode(),
                offer.motif(),
                offer.vatKind().name(),
                line.priceFen() + (campaign == null ? 0 : campaign.borne().fen()),
                line.quantity(),
                List.copyOf(shares),
                wish.early().get(line.skuId()));
    }

    private static List<LineShare> borne(InCampaign campaign, int quantity) {
        SkuOffer.Borne each = campaign.borne();
        return Stream.of(
                        share(Bearer.PLATFORM, null, campaign, each.platformFen() * quantity),
                        share(Bearer.ORGANISER, each.organiserId(), campaign, each.organiserFen() * quantity))
                .filter(share -> share.fen() > 0)
                .toList();
    }

    private static LineShare share(Bearer bearer, @Nullable UUID bearerId, InCampaign campaign, long fen) {
        return new LineShare(bearer, bearerId, null, campaign.campaignId(), fen);
    }
}

package terrace.orders.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.FreightLine;
import terrace.catalog.freight.FreightQuote;

/** The rules of what a purchase costs. Goods that share a merchant's tariff travel, and are weighed, together. */
public final class Pricing {

    private Pricing() {}

    /** The parcels to ask quotes for: one per merchant's tariff. */
    public static List<FreightLine> parcels(Map<UUID, List<PricedLine>> byMerchant, String provinceCode) {
        return byMerchant.values().stream()
                .flatMap(lines -> byTemplate(lines).entrySet().stream())
                .map(parcel -> parcel(parcel.getKey(), parcel.getValue(), provinceCode))
                .toList();
    }

    /**
     * Each merchant's goods with their carriage, merchants in the order of their ids.
     *
     * @param provinceCode where they go; null while there is no address, and carriage stays open
     * @param quotes of what {@link #parcels} named
     */
    public static List<PricedGroup> groups(
            Map<UUID, List<PricedLine>> byMerchant,
            @Nullable String provinceCode,
            Map<FreightLine, FreightQuote> quotes) {
        List<PricedGroup> groups = new ArrayList<>();
        new TreeMap<>(byMerchant)
                .forEach((merchantId, lines) -> groups.add(new PricedGroup(
                        merchantId,
                        List.copyOf(lines),
                        provinceCode == null
                                ? new GroupFreight.AddressNeeded()
                                : freight(lines, provinceCode, quotes))));
        return groups;
    }

    private static GroupFreight freight(
            Collection<PricedLine> lines, String provinceCode, Map<FreightLine, FreightQuote> quotes) {
        long fen = 0;
        Set<UUID> notDelivered = new HashSet<>();
        for (Map.Entry<UUID, List<PricedLine>> parcel : byTemplate(lines).entrySet()) {
            FreightQuote quote = quotes.get(parcel(parcel.getKey(), parcel.getValue(), provinceCode));
            switch (quote) {
                case FreightQuote.Charged charged -> fen = Math.addExact(fen, charged.fen());
                case FreightQuote.NotDelivered none ->
                    parcel.getValue().forEach(line -> notDelivered.add(line.skuId()));
                case null -> throw new IllegalStateException("no quote for freight template " + parcel.getKey());
            }
        }
        return notDelivered.isEmpty() ? new GroupFreight.Charged(fen) : new GroupFreight.NotDelivered(notDelivered);
    }

    private static Map<UUID, List<PricedLine>> byTemplate(Collection<PricedLine> lines) {
        return lines.stream().collect(Collectors.groupingBy(PricedLine::freightTemplateId));
    }

    private static FreightLine parcel(UUID templateId, List<PricedLine> lines, String provinceCode) {
        return new FreightLine(
                templateId,
                provinceCode,
                lines.stream().mapToLong(PricedLine::weightGrams).reduce(0, Math::addExact),
                lines.stream().mapToLong(PricedLine::amountFen).reduce(0, Math::addExact));
    }
}

package terrace.catalog.freight;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where freight is priced. */
@Singleton
public class Freight {
    public static final int TEMPLATES_MAX = 30;

    private final FreightRows rows;

    Freight(FreightRows rows) {
        this.rows = rows;
    }

    /** Keeps the template as given; a known id is replaced, zones and all. It never changes its merchant. */
    @Transactional
    public void define(FreightTemplate template) {
        rows.define(List.of(template));
    }

    @Transactional
    public void defineAll(List<FreightTemplate> templates) {
        rows.define(templates);
    }

    /**
     * Keeps what a merchant wrote; a known id is changed, an unknown one added. Orders placed before keep what they
     * were charged. Empty when the template is another merchant's.
     *
     * @param version of the template that the editor saw; 0 for a new one
     */
    @Transactional
    public Optional<FreightSaving> save(long version, FreightTemplate written) {
        FreightTemplate wanted = written.ordered();
        rows.lockMerchant(wanted.merchantId());
        FreightTemplate present =
                rows.byIds(Set.of(wanted.id())).stream().findFirst().orElse(null);
        if (present != null && !present.merchantId().equals(wanted.merchantId())) {
            return Optional.empty();
        }
        if (present != null && present.ordered().equals(wanted)) {
            return Optional.of(new FreightSaving.Saved(present));
        }
        Set<FreightSaving.Fault> faults = FreightRules.faults(
                wanted,
                rows.ofMerchant(wanted.merchantId()).stream()
                        .filter(other -> !other.id().equals(wanted.id()))
                        .toList());
        if (!faults.isEmpty()) {
            return Optional.of(new FreightSaving.Refused(faults));
        }
        long now = present == null
                ? 0
                : rows.uses(wanted.merchantId())
                        .getOrDefault(wanted.id(), new FreightUse(0, 0))
                        .version();
        if (present != null && now != version) {
            return Optional.of(new FreightSaving.Conflict(present, now));
        }
        rows.define(List.of(wanted));
        return Optional.of(new FreightSaving.Saved(wanted));
    }

    /** Of all of a merchant's templates, by id. */
    @Connectable
    public Map<UUID, FreightUse> uses(UUID merchantId) {
        return rows.uses(merchantId);
    }

    @Connectable
    public Optional<FreightTemplate> byId(UUID id) {
        return rows.byIds(Set.of(id)).stream().findFirst();
    }

    @Connectable
    public List<FreightTemplate> ofMerchant(UUID merchantId) {
        return rows.ofMerchant(merchantId);
    }

    /** Whose templates these are; unknown ones are left out. */
    @Connectable
    public Map<UUID, UUID> merchantsOf(Set<UUID> templateIds) {
        return rows.merchantsOf(templateIds);
    }

    /** Templates by which nothing is sent to a province, of all merchants. */
    @Connectable
    public Set<UUID> notDelivering(String provinceCode) {
        return rows.notDelivering(provinceCode);
    }

    @Connectable
    public FreightQuote quote(UUID templateId, String provinceCode, long grams, long goodsFen) {
        FreightLine line = new FreightLine(templateId, provinceCode, grams, goodsFen);
        return quoteAll(List.of(line)).getOrDefault(line, new FreightQuote.NotDelivered());
    }

    /** Every line's quote, with one look at the tariffs. */
    @Connectable
    public Map<FreightLine, FreightQuote> quotes(Collection<FreightLine> lines) {
        return quoteAll(lines);
    }

    private Map<FreightLine, FreightQuote> quoteAll(Collection<FreightLine> lines) {
        Set<UUID> templateIds = new HashSet<>();
        Set<String> provinceCodes = new HashSet<>(Set.of(FreightZone.EVERYWHERE_ELSE));
        for (FreightLine line : lines) {
            templateIds.add(line.templateId());
            provinceCodes.add(line.provinceCode());
        }
        Map<UUID, Map<String, FreightZone>> zones = rows.zones(templateIds, provinceCodes);
        Map<FreightLine, FreightQuote> quotes = new HashMap<>();
        for (FreightLine line : lines) {
            quotes.put(line, quote(line, zones.getOrDefault(line.templateId(), Map.of())));
        }
        return quotes;
    }

    private static FreightQuote quote(FreightLine line, Map<String, FreightZone> zones) {
        FreightZone own = zones.get(line.provinceCode());
        FreightZone zone = own == null ? zones.get(FreightZone.EVERYWHERE_ELSE) : own;
        return zone == null ? new FreightQuote.NotDelivered() : zone.quote(line.grams(), line.goodsFen());
    }
}

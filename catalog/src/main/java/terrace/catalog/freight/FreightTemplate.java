package terrace.catalog.freight;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** How one merchant charges for sending goods; a province that no zone covers is not delivered to. */
public record FreightTemplate(UUID id, UUID merchantId, String name, List<FreightZone> zones) {
    /** The same with its zones in the order of provinces, as they are kept. */
    FreightTemplate ordered() {
        return new FreightTemplate(
                id,
                merchantId,
                name.strip(),
                zones.stream()
                        .sorted(Comparator.comparing(FreightZone::provinceCode))
                        .toList());
    }
}

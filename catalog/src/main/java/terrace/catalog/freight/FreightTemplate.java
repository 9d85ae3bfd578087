package terrace.catalog.freight;

import java.util.List;
import java.util.UUID;

/** How one merchant charges for sending goods; a province that no zone covers is not delivered to. */
public record FreightTemplate(UUID id, UUID merchantId, String name, List<FreightZone> zones) {}

package terrace.catalog.freight;

import java.util.UUID;

/** A parcel to be priced: all goods of one template that travel together. */
public record FreightLine(UUID templateId, String provinceCode, long grams, long goodsFen) {}

package terrace.marketplace.partners;

import java.util.UUID;

/** An organisation that co-owns pavilions and recommends campaigns. */
public record Partner(UUID id, String code, String name, String nameEn) {}

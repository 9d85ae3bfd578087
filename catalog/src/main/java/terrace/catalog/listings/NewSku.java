package terrace.catalog.listings;

import java.util.UUID;

/** A SKU to be offered; the id is minted by who sends it. */
public record NewSku(UUID id, String name, long priceFen, long grams, String code) {}

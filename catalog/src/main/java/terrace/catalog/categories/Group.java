package terrace.catalog.categories;

/**
 * A group of goods of the Nice classification, which trade marks are registered by.
 *
 * @param code four digits, the first two are its class
 */
public record Group(String code, String nameZh, String nameEn) {}

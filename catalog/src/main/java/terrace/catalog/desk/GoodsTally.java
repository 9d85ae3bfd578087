package terrace.catalog.desk;

/**
 * How a merchant's goods stand; no count is above {@link OwnStock#COUNT_MAX}.
 *
 * @param any whether there is a listing at all
 * @param low watched SKUs of which too few are left
 * @param waiting listings of which something waits for an operator
 * @param returned listings an operator sent back, not handed in again since
 * @param overPromised harvests of which more was sold early than is to come
 */
public record GoodsTally(boolean any, int low, int waiting, int returned, int overPromised) {}

package terrace.catalog.categories;

/**
 * Whether goods of a kind are 鲜活易腐, which alone takes them out of the seven-day return without reason
 * (消费者权益保护法 art. 25 ¶1 (2)).
 */
public enum Freshness {
    /** Never: its merchants cannot exclude the return. */
    KEEPS,
    /** Some are: each listing says. */
    DEPENDS,
    /** By nature; a merchant may grant the return nevertheless. */
    PERISHES
}

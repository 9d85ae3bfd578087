package terrace.catalog.freight;

/**
 * How a template stands.
 *
 * @param version grows with every change
 * @param listings how many listings name it, on sale or not
 */
public record FreightUse(long version, long listings) {}

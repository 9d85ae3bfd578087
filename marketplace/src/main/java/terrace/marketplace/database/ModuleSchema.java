package terrace.marketplace.database;

import io.micronaut.core.order.Ordered;

/** Says that a module owns the schema of this name, with its migrations in {@code db/<name>} on the class path. */
public interface ModuleSchema extends Ordered {
    String name();
}

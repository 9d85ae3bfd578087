package terrace.marketplace.events;

import java.util.List;

/**
 * Does something when an event has happened; a bean, named for what it does. It may be handed the same event twice,
 * and events in any order, so it re-reads the present through a door and is safe to repeat.
 */
public interface Subscriber<E extends Event> {
    Class<E> event();

    /** Handles one event in a transaction of its own; what it throws is tried again later. */
    void on(E event);

    /** Handles several in one transaction; worth overriding where one large step beats many small ones. */
    default void onAll(List<E> events) {
        events.forEach(this::on);
    }

    /** The name deliveries are kept under. */
    default String name() {
        // A bean with advice is a generated subclass; the name on record is the one in the source.
        String simple = getClass().getSimpleName();
        return simple.startsWith("$") ? simple.replaceAll("^\\$|\\$Definition\\$Intercepted$", "") : simple;
    }
}

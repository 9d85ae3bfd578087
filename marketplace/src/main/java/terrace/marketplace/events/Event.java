package terrace.marketplace.events;

/** Something that happened: a record of ids, money, text and instants, named by {@link EventName}. No personal data. */
public interface Event {}

package terrace.marketplace.inbox;

/** Whether somebody wants news of a kind to go out by a way. */
public record Choice(NewsKind kind, Channel channel, boolean wanted) {}

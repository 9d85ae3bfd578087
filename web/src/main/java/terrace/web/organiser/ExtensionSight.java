package terrace.web.organiser;

import org.jspecify.annotations.Nullable;

/**
 * A later end for a campaign, asked for or to be asked for.
 *
 * @param id of the wish that waits, or what the next one will be called
 * @param ends the end that is wished for; null while nobody wishes
 * @param reason why; empty while nobody wishes
 */
record ExtensionSight(String id, @Nullable String ends, String reason) {}

/** On what terms goods of a zone are sold: where to, who first, how many to one person, how dear at most. */
@NullMarked
package terrace.marketplace.zones;

import org.jspecify.annotations.NullMarked;

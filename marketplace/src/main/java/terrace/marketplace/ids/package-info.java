/** Identifiers that are minted before they are sent, and public numbers that cannot be guessed. */
@NullMarked
package terrace.marketplace.ids;

import org.jspecify.annotations.NullMarked;

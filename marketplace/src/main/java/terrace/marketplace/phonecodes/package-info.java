/** The way in by a code sent to a mobile phone, for members; it makes the account of who has none. */
@NullMarked
package terrace.marketplace.phonecodes;

import org.jspecify.annotations.NullMarked;

/** Where members have their goods sent. */
@NullMarked
package terrace.marketplace.addresses;

import org.jspecify.annotations.NullMarked;

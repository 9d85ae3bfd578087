/** What programs may ask: public facts as JSON, and the address for the bank's notices. */
@NullMarked
package terrace.web.api;

import org.jspecify.annotations.NullMarked;

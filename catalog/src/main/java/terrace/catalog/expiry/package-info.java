/** Takes goods off the shelf while a paper their merchant needs has ended, and puts them back, in pieces. */
@NullMarked
package terrace.catalog.expiry;

import org.jspecify.annotations.NullMarked;

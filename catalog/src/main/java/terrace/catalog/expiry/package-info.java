/** Takes goods off the shelf while a paper their merchant needs has ended, and puts them back, however many, in pieces. */
@NullMarked
package terrace.catalog.expiry;

import org.jspecify.annotations.NullMarked;

/** A county's register of families and which goods they stand behind; the platform's audit of both. */
@NullMarked
package terrace.web.registry;

import org.jspecify.annotations.NullMarked;

/** A merchant's own goods in every state, and acts on many of them at once. */
@NullMarked
package terrace.catalog.desk;

import org.jspecify.annotations.NullMarked;

/** Licences, identity cards and permits: taken in safely, kept apart, shown only to those who may see them. */
@NullMarked
package terrace.marketplace.papers;

import org.jspecify.annotations.NullMarked;

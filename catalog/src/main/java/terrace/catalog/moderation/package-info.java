/** How listings change: what a merchant may do alone, and what an operator looks at before the public does. */
@NullMarked
package terrace.catalog.moderation;

import org.jspecify.annotations.NullMarked;

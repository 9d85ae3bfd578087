/** Facts for outside platforms, and the operator's page of those who get them. */
@NullMarked
package terrace.web.feeds;

import org.jspecify.annotations.NullMarked;

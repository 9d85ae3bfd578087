/** The demo market: made-up merchants and members in real counties, built by calling doors. */
@NullMarked
package terrace.web.demo;

import org.jspecify.annotations.NullMarked;

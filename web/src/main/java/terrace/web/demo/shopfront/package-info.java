/** What makes some of the demo market's goods look lived with: questions, photos, certificates, searches. */
@NullMarked
package terrace.web.demo.shopfront;

import org.jspecify.annotations.NullMarked;

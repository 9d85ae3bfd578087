/** The style guide: every component with sample data, to look at and to test. */
@NullMarked
package terrace.web.styleguide;

import org.jspecify.annotations.NullMarked;

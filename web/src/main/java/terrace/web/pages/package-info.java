/** How every page is made and sent: layout, language, links, form tokens, caching, errors. */
@NullMarked
package terrace.web.pages;

import org.jspecify.annotations.NullMarked;

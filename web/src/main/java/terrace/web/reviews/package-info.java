/** Reviews: written by members, read by everybody, replied to by merchants, looked at by operators. */
@NullMarked
package terrace.web.reviews;

import org.jspecify.annotations.NullMarked;

/** Who is asking: sessions, roles, and the pages to sign in, register and get a new password. */
@NullMarked
package terrace.web.signin;

import org.jspecify.annotations.NullMarked;

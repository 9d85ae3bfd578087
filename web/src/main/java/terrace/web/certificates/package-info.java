/** Certificates of goods and harvests: handed in, looked at by operators, sent to those who may see them. */
@NullMarked
package terrace.web.certificates;

import org.jspecify.annotations.NullMarked;

/** Certificates and test reports that vouch for goods or a harvest: handed in, looked at, shown, and ending in time. */
@NullMarked
package terrace.catalog.certificates;

import org.jspecify.annotations.NullMarked;

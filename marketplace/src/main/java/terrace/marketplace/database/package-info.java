/** The connection to PostgreSQL and the migrations of every module's schema. */
@NullMarked
package terrace.marketplace.database;

import org.jspecify.annotations.NullMarked;

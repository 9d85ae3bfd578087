/** What is there to sell: a ledger of movements, and holds for purchases that are not paid yet. */
@NullMarked
package terrace.catalog.stock;

import org.jspecify.annotations.NullMarked;

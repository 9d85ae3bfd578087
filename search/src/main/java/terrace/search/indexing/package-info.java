/** Keeps the Elasticsearch index in step with the catalogue: generations, rebuilds, and changes as they happen. */
@NullMarked
package terrace.search.indexing;

import org.jspecify.annotations.NullMarked;

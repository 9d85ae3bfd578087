/** How well what is found answers what was asked, on judged queries: {@code mvn -Prelevance}. */
@NullMarked
package terrace.bench.relevance;

import org.jspecify.annotations.NullMarked;

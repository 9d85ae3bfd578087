/** The embedded Elasticsearch node: a real server from Maven Central jars, in a JVM of its own. */
@NullMarked
package terrace.search.node;

import org.jspecify.annotations.NullMarked;

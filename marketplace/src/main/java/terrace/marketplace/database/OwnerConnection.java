package terrace.marketplace.database;

import io.micronaut.context.annotation.ConfigurationProperties;

/** How the owner of the schemas connects; the application itself connects as a role with fewer rights. */
@ConfigurationProperties("terrace.database.owner")
record OwnerConnection(String url, String username, String password) {}

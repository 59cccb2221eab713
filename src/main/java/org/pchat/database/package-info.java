/**
 * Databases of Persistent Chat over JDBC: reading {@code mgc} from SQL Server and H2, and importing
 * into H2.
 *
 * <p>May use the ground floor only; the two drivers live here and nowhere else, and are loaded when
 * a database is opened. Start with {@link org.pchat.database.DatabaseReader} and {@link
 * org.pchat.database.ImportJob}; docs/database.md lists the SQL.
 */
@NullMarked
package org.pchat.database;

import org.jspecify.annotations.NullMarked;

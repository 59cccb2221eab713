/**
 * The pages of a SQL Server database, from a data file or a backup: allocation, checksums, the
 * catalogue, rows and values of any table.
 *
 * <p>Knows nothing of Persistent Chat. Start with {@link org.pchat.pages.SqlServerFile}. The format
 * is described in docs/sqlserver-format.md.
 */
@NullMarked
package org.pchat.pages;

import org.jspecify.annotations.NullMarked;

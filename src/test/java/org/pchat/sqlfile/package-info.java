/**
 * Makes SQL Server's own files for tests: data files, backups plain, compressed and striped, and
 * {@code mgc} databases in them. Written after docs/sqlserver-format.md and held against nothing
 * but that page and our own reader: no SQL Server has ever seen one of these files.
 */
@NullMarked
package org.pchat.sqlfile;

import org.jspecify.annotations.NullMarked;

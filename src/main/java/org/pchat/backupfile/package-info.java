/**
 * The published {@code mgc} tables in a SQL Server backup or data file, as a source.
 *
 * <p>May use {@code pages}, {@code tape}, {@code mgc} and the ground floor. Start with {@link
 * org.pchat.backupfile.BackupReader}.
 */
@NullMarked
package org.pchat.backupfile;

import org.jspecify.annotations.NullMarked;

/**
 * Backup media in Microsoft Tape Format, as SQL Server writes them: blocks, streams, backup sets,
 * and the compressed container around them.
 *
 * <p>Knows nothing of what is in a page. Start with {@link org.pchat.tape.BackupMedium}. The format
 * is described in docs/sqlserver-format.md.
 */
@NullMarked
package org.pchat.tape;

import org.jspecify.annotations.NullMarked;

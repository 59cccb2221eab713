/**
 * The container: entries out of a ZIP file or a directory, and a ZIP file written so that it is
 * whole or not there.
 *
 * <p>May use only {@code model} and {@code problem}. Start with {@link org.pchat.zip.Container} to
 * read, {@link org.pchat.zip.ZipOutput} and {@link org.pchat.zip.PendingFile} to write.
 *
 * <p>No library's reader is trusted with the structure: {@code ZipFile} checks no CRC, {@code
 * ZipInputStream} never looks at the directory, commons-compress drops entries in silence. A file
 * is opened here only if every byte of it belongs to exactly one header, entry or record, and every
 * statement made twice is made the same way twice. So there is nothing that two readers could
 * understand differently.
 */
@NullMarked
package org.pchat.zip;

import org.jspecify.annotations.NullMarked;

/**
 * Writes snapshots in spellings that nobody told the tool: what inference and salvage are tried on.
 * A new spelling is a {@link org.pchat.respell.Style}, or any {@link org.pchat.respell.Respelling}.
 */
@NullMarked
package org.pchat.respell;

import org.jspecify.annotations.NullMarked;

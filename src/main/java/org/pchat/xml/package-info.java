/**
 * The language of the entries: XML read as records that keep their own bytes, and records written
 * as XML.
 *
 * <p>May use only {@code model} and {@code problem}; Woodstox lives here and nowhere else. Start
 * with {@link org.pchat.xml.RecordReader}, then {@link org.pchat.xml.EntryParser} below it.
 */
@NullMarked
package org.pchat.xml;

import org.jspecify.annotations.NullMarked;

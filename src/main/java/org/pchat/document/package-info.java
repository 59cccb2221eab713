/**
 * Documents that people and programs read and write: JSON, HTML pages, commands of PowerShell;
 * later layouts and topologies in XML.
 *
 * <p>May use only the ground floor. Jackson lives here and nowhere else.
 */
@NullMarked
package org.pchat.document;

import org.jspecify.annotations.NullMarked;

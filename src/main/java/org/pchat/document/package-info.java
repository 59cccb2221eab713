/**
 * Documents that people and programs read and write: JSON out; later layouts, topologies and
 * reports in XML.
 *
 * <p>May use only the ground floor. Jackson lives here and nowhere else.
 */
@NullMarked
package org.pchat.document;

import org.jspecify.annotations.NullMarked;

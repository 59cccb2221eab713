/**
 * The front door to exports: opening, reading and writing them, whatever their layout.
 *
 * <p>May use {@code zip}, {@code xml}, {@code layout} and the ground floor; JAXB lives here and
 * nowhere else. Start with {@link org.pchat.archive.ExportReader} and {@link
 * org.pchat.archive.ExportWriter}.
 */
@NullMarked
@XmlSchema(namespace = Pchat1.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package org.pchat.archive;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import org.jspecify.annotations.NullMarked;
import org.pchat.layout.Pchat1;

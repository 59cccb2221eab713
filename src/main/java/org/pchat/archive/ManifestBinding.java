package org.pchat.archive;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifest as JAXB sees it: schemas/manifest.xsd in Java, every value still text. */
@XmlRootElement(name = "Manifest")
@XmlAccessorType(XmlAccessType.FIELD)
final class ManifestBinding {
  @XmlAttribute @Nullable String layout;
  @XmlAttribute @Nullable String level;
  @XmlAttribute @Nullable String created;
  @XmlAttribute @Nullable String generator;
  @XmlAttribute @Nullable String source;
  @XmlAttribute @Nullable String startDate;
  @XmlAttribute @Nullable String times;
  @XmlAttribute @Nullable String messageIds;
  @XmlAttribute @Nullable String consistency;

  @XmlElement(name = "Omitted")
  List<Omitted> omitted = new ArrayList<>();

  @XmlElement(name = "Scope")
  List<Scope> scopes = new ArrayList<>();

  @XmlElement(name = "Expect")
  List<Expect> expected = new ArrayList<>();

  @XmlElement(name = "Dangling")
  List<Expect> dangling = new ArrayList<>();

  @XmlElement(name = "Entry")
  List<Entry> entries = new ArrayList<>();

  /** A field that the source does not carry. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Omitted {
    @XmlAttribute @Nullable String kind;
    @XmlAttribute @Nullable String field;
  }

  /** A category that the export is restricted to. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Scope {
    @XmlAttribute @Nullable String category;
  }

  /** Something that the target is expected to have, or that was missing from the source. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Expect {
    @XmlAttribute @Nullable String kind;
    @XmlAttribute @Nullable String guid;
    @XmlAttribute @Nullable String name;
  }

  /** An entry and what should be in it. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class Entry {
    @XmlAttribute @Nullable String name;
    @XmlAttribute @Nullable String kind;
    @XmlAttribute @Nullable String records;
    @XmlAttribute @Nullable String bytes;
    @XmlAttribute @Nullable String sha256;
  }
}

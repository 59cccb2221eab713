package org.pchat.model;

import java.util.List;

/**
 * A web page that rooms may show beside the chat ({@code tblSiopWhiteList}).
 *
 * @param guid the identity
 * @param name its name, unique in the pool
 * @param url its address; may not parse as a URI
 */
public record AddIn(Guid guid, String name, String url) {
  static final List<Field<AddIn>> FIELDS =
      List.of(
          new Field<>("guid", AddIn::guid),
          new Field<>("name", AddIn::name),
          new Field<>("url", AddIn::url));
}

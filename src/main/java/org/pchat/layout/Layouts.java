package org.pchat.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layouts that come with the tool. */
public final class Layouts {
  private static final List<Layout> BUILT_IN = List.of(Pchat1.LAYOUT);

  private Layouts() {}

  /** Returns the built-in layouts, the most specific first. */
  public static List<Layout> builtIn() {
    return BUILT_IN;
  }

  /** Returns the built-in layout of this name. */
  public static Optional<Layout> named(String name) {
    return BUILT_IN.stream().filter(layout -> layout.name().equals(name)).findFirst();
  }

  /** Returns the names of the built-in layouts, for messages. */
  public static String names() {
    return BUILT_IN.stream().map(Layout::name).collect(Collectors.joining(", "));
  }
}

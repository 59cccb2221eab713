package org.pchat.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.pchat.layout.Entries;
import org.pchat.problem.Location;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/** The entries of a container, for layouts that need more than one of them. */
final class ContainerEntries implements Entries {
  private final Container container;

  ContainerEntries(Container container) {
    this.container = container;
  }

  @Override
  public List<String> names() {
    return container.entries().stream().map(Entry::name).toList();
  }

  @Override
  public InputStream open(String name) throws IOException {
    return container.open(container.entry(name).orElseThrow());
  }

  @Override
  public Location where(String name) {
    return Location.of(container.path().toString(), name);
  }
}

package org.pchat.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pchat.chunk.ChunkStore;
import org.pchat.model.OriginKind;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * A snapshot as a container, so that whatever reads an export reads a snapshot. Every chunk is held
 * against its hash as it is read.
 */
final class SnapshotContainer implements Container {
  private final Path name;
  private final ChunkStore chunks;
  private final Closeable owned;
  private final Map<String, StoredEntry> stored = new LinkedHashMap<>();

  /**
   * Shows entries.
   *
   * @param owned what is closed with this
   */
  SnapshotContainer(Path name, ChunkStore chunks, List<StoredEntry> entries, Closeable owned) {
    this.name = name;
    this.chunks = chunks;
    this.owned = owned;
    entries.forEach(entry -> stored.put(entry.name(), entry));
  }

  @Override
  public Path path() {
    return name;
  }

  @Override
  public boolean isDirectory() {
    return false;
  }

  @Override
  public OriginKind kind() {
    return OriginKind.SNAPSHOT;
  }

  @Override
  public long bytes() {
    return stored.values().stream().mapToLong(StoredEntry::size).sum();
  }

  @Override
  public List<Entry> entries() {
    return stored.values().stream().map(SnapshotContainer::entry).toList();
  }

  @Override
  public Optional<Entry> entry(String entry) {
    return Optional.ofNullable(stored.get(entry)).map(SnapshotContainer::entry);
  }

  private static Entry entry(StoredEntry entry) {
    OptionalLong crc =
        entry.crc() == StoredEntry.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(entry.crc());
    return new Entry(entry.name(), entry.size(), entry.size(), crc);
  }

  @Override
  public InputStream open(Entry entry) {
    StoredEntry found = stored.get(entry.name());
    if (found == null) {
      throw new IllegalArgumentException("not an entry of " + name + ": " + entry.name());
    }
    return new ChunkStream(chunks, found.chunks());
  }

  @Override
  public void close() throws IOException {
    owned.close();
  }
}

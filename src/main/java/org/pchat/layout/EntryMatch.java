package org.pchat.layout;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/**
 * What a descriptor says about one entry, by its name.
 *
 * @param program what to look for in it
 * @param parts the parts of its name that each spelling wants
 */
record EntryMatch(Program program, IdentityHashMap<RecordSpelling, Map<String, String>> parts) {
  /** Returns the spellings of records that it may hold. */
  Stream<RecordSpelling> records() {
    return program.targets().stream().flatMap(target -> Stream.ofNullable(target.record()));
  }

  /** Returns the kinds of records that it may hold, in the order of the descriptor. */
  List<Kind<?>> kinds() {
    return records().<Kind<?>>map(RecordSpelling::kind).distinct().toList();
  }

  /** Returns where the entry's name says whose messages it holds, if it says that for all. */
  Optional<FieldSpelling> room() {
    List<RecordSpelling> messages = records().filter(r -> r.kind() == Kind.MESSAGE).toList();
    return messages.size() == 1
        ? messages.get(0).field("room").filter(EntryMatch::isPart)
        : Optional.empty();
  }

  private static boolean isPart(FieldSpelling field) {
    return field.places().get(0) instanceof Place.EntryPart;
  }

  /** Returns the part of the entry's name that says whose messages it holds. */
  Optional<String> roomPart() {
    return room()
        .flatMap(
            field -> {
              String name = ((Place.EntryPart) field.places().get(0)).name();
              return records()
                  .filter(r -> r.kind() == Kind.MESSAGE)
                  .map(r -> parts.getOrDefault(r, Map.of()).get(name))
                  .flatMap(Stream::ofNullable)
                  .findFirst();
            });
  }

  /** Returns the room whose messages it holds, where the name has its GUID. */
  Optional<Guid> roomGuid() {
    boolean byGuid =
        room()
            .filter(
                field ->
                    !(field.spelling() instanceof ValueSpelling.Reference reference)
                        || reference.by() == ValueSpelling.Key.GUID)
            .isPresent();
    return byGuid ? roomPart().flatMap(PlainValues::guid) : Optional.empty();
  }
}

package org.pchat.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.respell.RespellingCheck;
import org.pchat.respell.Style;
import org.pchat.respell.Styles;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;

/**
 * Taking away the evidence, field by field, leads to a refusal or to the right answer, never to a
 * wrong one.
 */
class MissingEvidenceTest {
  private static final MemorySource SNAPSHOT = snapshot();

  @TempDir private static Path folder;

  private static MemorySource snapshot() {
    try {
      return MemorySource.copyOf(SamplePool.of(SampleSize.small()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is done to the evidence for a field. */
  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private enum Loss {
    /** The field is not there. */
    VALUES,
    /** The field's name says nothing. */
    NAME,
    /** The field has the name of another that it might be. */
    NAME_OF_ANOTHER,
    /** The field has a name that says something else. */
    NAME_IN_USE;

    /** Rooms and categories may share a column, which is there or not for both. */
    private static Set<String> columns(String field) {
      String name = field.substring(field.indexOf('.') + 1);
      if (name.equals("parent") || name.equals("category")) {
        return Set.of("Category.parent", "Room.category");
      }
      boolean node = field.startsWith("Room.") || field.startsWith("Category.");
      return node ? Set.of("Category." + name, "Room." + name) : Set.of(field);
    }

    Style of(Style style, String field) {
      return switch (this) {
        case VALUES -> style.dropped(columns(field));
        case NAME -> style.renamed(field, "zq" + field.length() + "x");
        case NAME_OF_ANOTHER -> style.renamed(field, "title");
        case NAME_IN_USE -> style.renamed(field, "lastModifiedComment");
      };
    }
  }

  /** In the build one combination in so many is tried; {@code -Dpchat.big=true} tries all. */
  private static final int SHARE = 150;

  private static List<Arguments> losses() {
    List<Arguments> losses = new ArrayList<>();
    for (Style style : Styles.all()) {
      for (Loss loss : Loss.values()) {
        losses.add(Arguments.of(style.name(), loss));
      }
    }
    return losses;
  }

  private static List<String> fields() {
    List<String> fields = new ArrayList<>();
    for (Kind<?> kind : Kind.ALL) {
      for (Field<?> field : kind.fields()) {
        if (!field.name().equals("derived") && !field.name().equals("authorRaw")) {
          fields.add(kind.word() + "." + field.name());
        }
      }
    }
    return fields;
  }

  @ParameterizedTest
  @MethodSource("losses")
  @EnabledIfSystemProperty(named = "pchat.big", matches = "true")
  void nothing_is_read_wrongly(String style, Loss loss) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String field : fields()) {
      wrong.addAll(read(style, loss, field));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_share_of_all_is_not_read_wrongly() throws IOException {
    List<String> wrong = new ArrayList<>();
    int number = 0;
    for (String field : fields()) {
      for (Arguments loss : losses()) {
        if (number++ % SHARE == 0) {
          wrong.addAll(read((String) loss.get()[0], (Loss) loss.get()[1], field));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Rooms whose own GUIDs are gone still hold those of whoever made them. */
  @Test
  void the_guid_of_another_is_no_identity() throws IOException {
    assertThat(read("foreign", Loss.VALUES, "Room.guid")).isEmpty();
  }

  /** Rooms and categories in one table: a column of rooms alone says nothing of categories. */
  @Test
  void a_column_of_rooms_is_none_of_categories() throws IOException {
    assertThat(read("dataset", Loss.NAME, "Category.description")).isEmpty();
    assertThat(read("dataset", Loss.NAME, "Category.parent")).isEmpty();
  }

  /** In a small pool each room may have been made by somebody else. */
  @Test
  void whoever_made_a_room_is_not_its_identity() throws IOException {
    assertThat(read("data-contract", Loss.NAME, "Principal.guid")).isEmpty();
  }

  @Test
  void what_few_rooms_refer_to_is_no_category() throws IOException {
    assertThat(read("foreign-attributes", Loss.NAME_OF_ANOTHER, "AddIn.name")).isEmpty();
  }

  private static List<String> read(String style, Loss loss, String field) throws IOException {
    Style changed = loss.of(Styles.named(style), field);
    return RespellingCheck.of(changed, SNAPSHOT, folder).differences().stream()
        .map(difference -> style + " " + loss + " " + field + ": " + difference)
        .toList();
  }
}

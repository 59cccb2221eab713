package org.pchat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.Checks;
import org.pchat.archive.ExportReader;
import org.pchat.model.ReadOptions;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;
import org.pchat.sample.ManifestMaker;
import org.pchat.sample.Unpacked;

/**
 * Systematic changes of a sound export of 200 records. With the manifest left as it was, each is
 * found. With the manifest made anew, each is found but for those listed here: neither the schema
 * nor a reference nor a rule says anything about them.
 *
 * <p>Every build tries the first change of each kind and one in {@value #SHARE} of the others;
 * {@code -Dmutations=all} tries them all.
 */
class MutationTest {
  private static final int SHARE = 40;

  /** What can be changed without anything being wrong, and why. */
  private static final Map<String, String> HARMLESS = new LinkedHashMap<>();

  /** What is wrong for some records and not for others, and when. */
  private static final Map<String, String> SOMETIMES = new LinkedHashMap<>();

  static {
    HARMLESS.put(
        "(Principal|Category|Room)/@(addedBy|addedOn|updatedBy|updatedOn) removed",
        "who made and changed a record, and when, may be unknown");
    HARMLESS.put("(Role|Scope)/@updatedBy removed", "as above");
    HARMLESS.put("(Category|Room)/@(addedBy|updatedBy|updatedOn) swapped", "anybody may have");
    HARMLESS.put(
        "Principal/@(name|displayName|company|email|upn) (removed|emptied|swapped)",
        "optional, and any text will do");
    HARMLESS.put("Principal/@(poolId|verifiedOn) removed", "optional");
    HARMLESS.put("Category/@(invite|logged|filePost) removed", "optional");
    HARMLESS.put("Room/@(invite|addIn|lastMessageId) removed", "optional");
    HARMLESS.put("(Category|Room)/@description (emptied|swapped)", "any text will do");
    HARMLESS.put("(AddIn|Category|Room)/@name swapped", "they are as unique as before");
    HARMLESS.put("AddIn/@url swapped", "any address will do");
    HARMLESS.put("Room/@(addIn|visibility) swapped", "any room may have any");
    HARMLESS.put("Message removed", "gaps in the numbers are usual: messages are removed");
    HARMLESS.put("Message/@alert removed", "it is left out where it is not set");
    HARMLESS.put("Message/@author swapped", "everybody may have written it");
    HARMLESS.put("Rtf removed", "optional");
    HARMLESS.put(
        "(Principal|Category|Room)/@id (removed|swapped)", "carried, and never an identity");

    SOMETIMES.put("Principal/@adPath (removed|emptied|swapped)", "where a scope relies on it");
    SOMETIMES.put("Principal/@(addedOn|updatedOn) swapped", "where the update comes first then");
    SOMETIMES.put("Principal/@disabled swapped", "where a deleted account gets roles");
    SOMETIMES.put("Principal/@type swapped", "where URI, names or scopes do not go with it");
    SOMETIMES.put("Principal/@uri swapped", "where the URI holds a GUID");
    SOMETIMES.put("Category/@name emptied", "the root needs no name");
    SOMETIMES.put("Principal removed", "where something refers to it");
    SOMETIMES.put("Role/@role swapped", "where node, order or another role do not go with it");
    SOMETIMES.put("Role removed", "where a presenter is no member then");
    SOMETIMES.put("Scope removed", "where roles rely on it");
    SOMETIMES.put("Scope/@access swapped", "where roles rely on it");
    SOMETIMES.put("Text emptied", "where there is a rich text");
  }

  @TempDir Path folder;
  private final Map<String, String> sound = new TreeMap<>();
  private Map<String, String> written = Map.of();
  private final Map<String, Integer> tried = new HashMap<>();

  @BeforeEach
  void make_the_sound_export() throws IOException {
    sound.putAll(MutationSample.entries());
    assertThat(found(sound)).isEmpty();
  }

  @Test
  void with_the_manifest_made_anew_each_is_found_that_something_forbids() {
    List<String> wrong = new ArrayList<>();
    each(
        mutation -> {
          Map<String, String> entries = mutation.applied(sound);
          ManifestMaker.renew(entries);
          boolean found = !found(entries).isEmpty();
          if (found ? isListed(HARMLESS, mutation) : !isAnyListed(mutation)) {
            wrong.add(mutation + (found ? ": found " + found(entries) : ": not found"));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void with_the_manifest_as_it_was_each_is_found() {
    each(
        mutation -> {
          if (found(mutation.applied(sound)).isEmpty()) {
            fail("not found: " + mutation);
          }
        });
  }

  @Test
  void what_is_listed_occurs() {
    Mutations.of(content(), mutation -> tried.merge(mutation.what(), 1, Integer::sum));
    List<String> listed = new ArrayList<>(HARMLESS.keySet());
    listed.addAll(SOMETIMES.keySet());
    assertThat(listed).allMatch(what -> tried.keySet().stream().anyMatch(w -> w.matches(what)));
  }

  private static boolean isAnyListed(Mutation mutation) {
    return isListed(HARMLESS, mutation) || isListed(SOMETIMES, mutation);
  }

  private static boolean isListed(Map<String, String> list, Mutation mutation) {
    return list.keySet().stream().anyMatch(mutation.what()::matches);
  }

  private Map<String, String> content() {
    Map<String, String> content = new TreeMap<>(sound);
    content.remove(ManifestMaker.NAME);
    return content;
  }

  /** What is done with a change. */
  private interface Trial {
    void of(Mutation mutation) throws IOException;
  }

  private void each(Trial trial) {
    Mutations.of(
        content(),
        mutation -> {
          int number = tried.merge(mutation.what(), 1, Integer::sum);
          if (number == 1 || number % SHARE == 0 || "all".equals(System.getProperty("mutations"))) {
            try {
              trial.of(mutation);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }

  private Set<String> found(Map<String, String> entries) throws IOException {
    Unpacked.change(written, entries, folder);
    written = entries;
    ReadOptions options = ReadOptions.defaults();
    List<Problem> problems = new ArrayList<>();
    try (var export = ExportReader.checked(folder, options, Checks.with(List.of()))) {
      SnapshotCheck.run(export, CheckOptions.defaults());
      export.checkRest();
    } catch (ArchiveException fatal) {
      problems.add(fatal.problem());
    }
    problems.addAll(options.problems().problems());
    Set<String> codes = new TreeSet<>();
    problems.forEach(problem -> codes.add(problem.code().id()));
    return codes;
  }
}

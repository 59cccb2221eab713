package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Tools;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;

class DescriptorCodecTest {
  private static final Location WHERE = Location.of("my.xml");

  private static Descriptor read(String document) throws IOException {
    return DescriptorCodec.read(
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), WHERE);
  }

  private static Descriptor readAgain(Descriptor descriptor) throws IOException {
    return DescriptorCodec.read(new ByteArrayInputStream(DescriptorCodec.write(descriptor)), WHERE);
  }

  private static ElementPath path(String... names) {
    return new ElementPath(
        false,
        List.of(names).stream().map(name -> Step.to(new ElementName("urn:a", name))).toList());
  }

  private static Place attribute(String name) {
    return new Place.Inside(0, List.of(), ElementName.of(name));
  }

  /** A descriptor that uses everything there is. */
  private static Descriptor full() {
    Step tested =
        new Step(new ElementName("urn:b", "f"), new Step.Test(ElementName.of("n"), "a/b|c [d]"));
    var room =
        new RecordSpelling(
            Kind.ROOM,
            List.of(EntryPattern.of("Rooms/{r}.xml"), EntryPattern.of("more/**/{r}")),
            path("Rooms", "Room"),
            List.of(
                new Condition(List.of(attribute("t")), Set.of("0", "false"), false),
                new Condition(List.of(attribute("gone")), Set.of(), true)),
            Order.UNSORTED,
            true,
            List.of(
                FieldSpelling.of("key", new Place.EntryPart("r"), ValueSpelling.PLAIN),
                FieldSpelling.of(
                    "name", new Place.Inside(0, List.of(tested), null), ValueSpelling.PLAIN),
                FieldSpelling.of(
                    "category",
                    new Place.Inside(2, List.of(), new ElementName("urn:c", "id")),
                    new ValueSpelling.Reference(ValueSpelling.Key.ID, Set.of(Kind.CATEGORY))),
                FieldSpelling.of(
                    "visibility",
                    new Place.Constant("x"),
                    new ValueSpelling.Words(Map.of("x", "open"))),
                FieldSpelling.of("lastMessageId", attribute("id"), new ValueSpelling.LookedUp("l")),
                FieldSpelling.of(
                    "addedOn",
                    new Place.Inside(1, List.of(), null),
                    new ValueSpelling.Time(
                        ValueSpelling.Unit.PATTERN, "dd.MM.yyyy", ZoneId.of("Europe/Berlin"))),
                new FieldSpelling(
                    "description",
                    List.of(attribute("d"), new Place.Inside(0, List.of(), null)),
                    ValueSpelling.PLAIN,
                    Set.of("NULL", "-"),
                    "",
                    "a guess")),
            "said by nobody");
    var lookup =
        new Lookup(
            "l",
            List.of(EntryPattern.ALL),
            new ElementPath(true, List.of(Step.to(ElementName.ANY), Step.to(ElementName.of("L")))),
            List.of(attribute("k")),
            List.of(attribute("v")),
            ValueSpelling.PLAIN);
    var event =
        new EventSpelling("JOIN", List.of(EntryPattern.ALL), path("Rooms", "Joined"), List.of());
    return new Descriptor(
        "full",
        "all \"there\" is",
        Escapes.XSTRING,
        List.of(room),
        List.of(lookup),
        List.of(event));
  }

  @Test
  void what_is_written_is_read_back() throws IOException {
    assertThat(readAgain(full())).isEqualTo(full());
  }

  @Test
  void what_is_written_fits_the_schema(@TempDir Path folder) throws Exception {
    Tools.require("xmllint");
    Path file = folder.resolve("full.xml");
    Files.write(file, DescriptorCodec.write(full()));
    Process process =
        new ProcessBuilder("xmllint", "--noout", "--schema", "schemas/layout.xsd", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pchat-1"})
  void built_in_layouts_are_descriptors(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Descriptor.class.getResourceAsStream(name + ".xml"))) {
      Descriptor descriptor = DescriptorCodec.read(in, WHERE);
      assertThat(descriptor.name()).isEqualTo(name);
      assertThat(readAgain(descriptor)).isEqualTo(descriptor);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "<other/> ~ is not {urn:pchat:layout:1}layout",
        "<layout xmlns='urn:pchat:layout:1' name='x'/> ~ there is no record in it",
        "<layout xmlns='urn:pchat:layout:1' name='x' nam='y'/> ~ \"nam\" is not known here",
        "<layout xmlns='urn:pchat:layout:1' name='x'>hm<record kind='Room'/></layout> ~ text where none belongs",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record/></layout> ~ has no attributes",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Rom' path='/a'/></layout> ~ record 1: kind is \"Rom\", which is none of Principal",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='a'/></layout> ~ does not begin with /",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a/'/></layout> ~ is no path",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a[1]'/></layout> ~ is no path",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/p:a'/></layout> ~ no namespace is given for the prefix \"p\"",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a'/></layout> ~ it needs one of guid, id, uri, name, key",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a'><field name='sent' at='@b'/></record></layout> ~ there is no field \"sent\"",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a'><field name='name'/></record></layout> ~ neither at nor entry nor value",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a'><field name='name' entry='r'/></record></layout> ~ no part {r}",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a'><field name='name' at='@b' as='isso'/></record></layout> ~ name: as is \"isso\"",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Room' path='/a'><field name='name' at='@b' lookup='l'/></record></layout> ~ there is no lookup \"l\"",
        "<layout xmlns='urn:pchat:layout:1' name='x'><record kind='Message' path='/a'><field name='room' at='@b'/></record></layout> ~ does not say where to find sent",
        "<!DOCTYPE layout><layout xmlns='urn:pchat:layout:1' name='x'/> ~ document type",
      })
  void what_makes_no_sense_is_refused_and_said(String document, String said) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(said);
  }
}

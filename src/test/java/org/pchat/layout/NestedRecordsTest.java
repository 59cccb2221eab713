package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Category;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Principal;
import org.pchat.model.ReadOptions;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.problem.AmbiguousArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.Severity;

/** Records inside records, by a descriptor of their own. */
class NestedRecordsTest {
  private static final String DESCRIPTOR =
      """
      <layout xmlns="urn:pchat:layout:1" name="nested" namespace="urn:n">
        <record kind="Principal" path="/Chat/People/Person">
          <field name="uri" at="@mail"/>
          <field name="displayName" at="."/>
          <field name="type" value="User"/>
        </record>
        <record kind="Category" path="//Folder">
          <field name="name" at="Title"/>
          <field name="parent" at="../Title" by="name"/>
          <field name="description" at="About"/>
        </record>
        <record kind="Room" path="//Folder/Room">
          <field name="name" at="Title"/>
          <field name="category" at="../Title" by="name"/>
          <field name="disabled" at="@state" otherwise="false">
            <word is="Off" means="true"/>
            <word is="On" means="false"/>
          </field>
        </record>
        <record kind="Role" path="//Folder/Room/Members/Who">
          <field name="node" at="../../Title" by="name" to="Room"/>
          <field name="principal" at="." by="uri"/>
          <field name="role" value="Member"/>
        </record>
        <record kind="Message" path="//Folder/Room/Talk/Line">
          <field name="room" at="../../Title" by="name"/>
          <field name="sent" at="@at" as="pattern" pattern="dd.MM.uuuu HH:mm" zone="Europe/Berlin"/>
          <field name="author" at="@by" by="uri" none="nobody"/>
          <field name="text" at="."/>
        </record>
      </layout>
      """;

  /** Fields before, between and behind the records inside. */
  private static final String CHAT =
      """
      <?xml version="1.0" encoding="%s"?>
      <!-- one -->
      <Chat xmlns="urn:n"><?hint two?>
        <People><Person mail="SIP:Kim@contoso.com">Kim</Person><Person mail="jo@contoso.com">Jó</Person></People>
        <Folder><Title>Root</Title><About>all</About>
          <Folder>
            <Room state="Off"><Colour shade="deep">red</Colour><Talk>
                <Line at="01.07.2018 14:00" by="kim@contoso.com">a</Line>
                <Line at="01.01.2018 14:00" by="nobody">b &amp; c</Line>
              </Talk><Members><Who>sip:jo@contoso.com</Who></Members><Title>Late</Title></Room>
            <Room><Title>Early</Title><Talk><Line at="02.07.2018 00:00" by="lee@contoso.com">d</Line></Talk></Room>
            <Room><Title>Empty</Title></Room>
            <Title>Inner</Title>
          </Folder>
        </Folder>
      </Chat>
      """;

  @TempDir private Path folder;

  private static DescribedLayout layout(String descriptor) throws IOException {
    return DescribedLayout.of(
        DescriptorCodec.read(
            new ByteArrayInputStream(descriptor.getBytes(StandardCharsets.UTF_8)), Location.NONE));
  }

  private Export open(String chat, Charset charset, ReadOptions options) throws IOException {
    Files.write(folder.resolve("chat.xml"), chat.formatted(charset.name()).getBytes(charset));
    return ExportReader.open(folder, options, layout(DESCRIPTOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"})
  void fields_are_found_before_and_behind_the_records_that_need_them(String charset)
      throws IOException {
    ReadOptions options = ReadOptions.defaults();
    try (Export export = open(CHAT, Charset.forName(charset), options)) {
      List<Principal> people = MemorySource.all(export.records(Kind.PRINCIPAL));
      assertThat(people).extracting(Principal::displayName).containsExactly("Kim", "Jó");
      assertThat(people).allMatch(Principal::derived);
      List<Category> folders = MemorySource.all(export.records(Kind.CATEGORY));
      assertThat(folders).extracting(Category::name).containsExactly("Inner", "Root");
      assertThat(folders.get(0).parent()).isEqualTo(folders.get(1).guid());
      assertThat(folders.get(1).isRoot()).isTrue();
      List<Room> rooms = MemorySource.all(export.records(Kind.ROOM));
      assertThat(rooms).extracting(Room::name).containsExactly("Late", "Early", "Empty");
      assertThat(rooms).extracting(Room::disabled).containsExactly(true, false, false);
      assertThat(rooms).extracting(Room::category).containsOnly(folders.get(0).guid());
      List<Role> roles = MemorySource.all(export.records(Kind.ROLE));
      assertThat(roles).extracting(Role::node).containsExactly(rooms.get(0).guid());
      assertThat(roles).extracting(Role::principal).containsExactly(people.get(1).guid());
      checkMessages(MemorySource.all(export.records(Kind.MESSAGE)), rooms, people);
      assertThat(MemorySource.all(export.messages(rooms.get(1).guid()))).hasSize(1);
      assertThat(options.problems().count(Severity.ERROR)).isZero();
      assertThat(export.unknown().names())
          .containsOnlyKeys("comment()", "processing-instruction()", "Room/Colour");
      WalkCopyTest.check(export);
    }
  }

  private static void checkMessages(
      List<Message> messages, List<Room> rooms, List<Principal> people) {
    assertThat(messages)
        .extracting(Message::room)
        .containsExactly(rooms.get(0).guid(), rooms.get(0).guid(), rooms.get(1).guid());
    assertThat(messages).extracting(Message::id).containsExactly(1L, 2L, 1L);
    assertThat(messages).extracting(Message::text).containsExactly("a", "b & c", "d");
    assertThat(messages)
        .extracting(message -> message.sent().toString().substring(0, 16))
        .containsExactly("2018-07-01T12:00", "2018-01-01T13:00", "2018-07-01T22:00");
    assertThat(messages)
        .extracting(Message::author)
        .containsExactly(people.get(0).guid(), null, null);
    assertThat(messages)
        .extracting(Message::authorRaw)
        .containsExactly(null, null, "lee@contoso.com");
  }

  @Test
  void what_is_not_described_is_not_covered() throws IOException {
    try (Export export = open(CHAT, StandardCharsets.UTF_8, ReadOptions.defaults())) {
      assertThat(export.coverage().has(Kind.ROOM.field("name").orElseThrow())).isTrue();
      assertThat(export.coverage().has(Kind.ROOM.field("visibility").orElseThrow())).isFalse();
      assertThat(export.coverage().has(Kind.MESSAGE.field("rtf").orElseThrow())).isFalse();
      assertThat(export.coverage().holds(Kind.SCOPE)).isFalse();
      assertThat(export.coverage().holds(Kind.ROLE)).isTrue();
      assertThat(export.coverage().messageIdsDerived()).isTrue();
      assertThat(export.order(Kind.MESSAGE)).isEqualTo(Order.UNSORTED);
      assertThat(export.readsRoomsApart()).isFalse();
    }
  }

  @Test
  void two_who_share_what_others_call_them_by_are_both_named() throws IOException {
    String chat = CHAT.replace("\"jo@contoso.com\"", "\"KIM@contoso.com\"");
    try (Export export = open(chat, StandardCharsets.UTF_8, ReadOptions.defaults());
        var messages = export.records(Kind.MESSAGE)) {
      assertThatThrownBy(messages::advance)
          .isInstanceOf(AmbiguousArchiveException.class)
          .hasMessageContaining("principals by uri")
          .hasMessageContaining("sip:kim@contoso.com")
          .hasMessageContaining("Kim (")
          .hasMessageContaining("Jó (");
    }
  }

  @Test
  void a_long_stretch_of_strangers_is_not_held_in_memory() throws IOException {
    String strangers = "<Strange><Inner>x</Inner></Strange>\n".repeat(20_000);
    String chat = CHAT.replace("<People>", strangers + "<People>");
    try (Export export = open(chat, StandardCharsets.UTF_8, ReadOptions.defaults())) {
      assertThat(MemorySource.all(export.records(Kind.MESSAGE))).hasSize(3);
      MemorySource.all(export.records(Kind.PRINCIPAL));
      assertThat(export.unknown().names()).containsEntry("Chat/Strange", 20_000L);
      WalkCopyTest.check(export);
    }
  }
}

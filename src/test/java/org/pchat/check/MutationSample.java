package org.pchat.check;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.sample.BrokenSample;
import org.pchat.sample.ManifestMaker;
import org.pchat.sample.Unpacked;

/** The sound sample, grown to 200 records by members of one room and messages in another. */
final class MutationSample {
  private static final int MEMBERS = 40;
  private static final int MESSAGES = 83;

  private MutationSample() {}

  static Map<String, String> entries() throws IOException {
    Map<String, String> entries = new TreeMap<>(Unpacked.read(BrokenSample.SOUND));
    var principals = new StringBuilder();
    var roles = new StringBuilder();
    for (int i = 1; i <= MEMBERS; i++) {
      principals.append(PRINCIPAL.formatted(100 + i));
      roles.append(ROLE.formatted(100 + i));
    }
    var messages = new StringBuilder();
    for (int i = 1; i <= MESSAGES; i++) {
      messages.append(MESSAGE.formatted(2 + i, i / 60, i % 60, 4 + i % 2));
    }
    insert(entries, "Principals.xml", "</Principals>", principals);
    insert(entries, "Permissions.xml", FIRST_OF_NEXT_ROOM, roles);
    insert(entries, TOWN_HALL, "</Messages>", messages);
    entries.merge("Rooms.xml", "", (text, no) -> text.replace("\"2\"/>", "\"90\"/>"));
    ManifestMaker.renew(entries);
    return entries;
  }

  private static void insert(
      Map<String, String> entries, String entry, String before, CharSequence lines) {
    String text = entries.get(entry);
    int at = text.indexOf(before);
    entries.put(entry, text.substring(0, at) + lines + text.substring(at));
  }

  private static final String TOWN_HALL = "Messages/30000000-0000-4000-8000-000000000002.xml";
  private static final String FIRST_OF_NEXT_ROOM =
      "<Role node=\"30000000-0000-4000-8000-000000000002\"";
  private static final String PRINCIPAL =
      """
      <Principal guid="10000000-0000-4000-8000-000000000%1$d" uri="sip:user%1$d@contoso.com" type="User" id="%1$d" name="User %1$d" displayName="User no. %1$d" company="Contoso Ltd." email="user%1$d@contoso.com" adPath="CN=User %1$d,OU=Trading,DC=contoso,DC=com" upn="user%1$d@contoso.com" disabled="0" poolId="1" addedBy="10000000-0000-4000-8000-000000000001" addedOn="2018-01-08T01:30:00.0000%1$dZ" updatedBy="10000000-0000-4000-8000-000000000001" updatedOn="2018-01-09T01:30:00.0000%1$dZ" verifiedOn="2018-06-11T01:30:00"/>
      """;
  private static final String ROLE =
      """
      <Role node="30000000-0000-4000-8000-000000000001" principal="10000000-0000-4000-8000-000000000%d" role="Member" updatedBy="10000000-0000-4000-8000-000000000004"/>
      """;
  private static final String MESSAGE =
      """
      <Message id="%1$d" sent="2018-05-01T09:%2$02d:%3$02d.0000000Z" author="10000000-0000-4000-8000-00000000000%4$d"><Text>Question %1$d</Text></Message>
      """;
}

package org.pchat.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Every way to spoil one record of an entry, systematically: each attribute and child element
 * removed, emptied, renamed, doubled, swapped, and given odd values. All results are well-formed.
 */
final class EntryMutations {
  private static final Pattern START = Pattern.compile("<([A-Za-z]+)((?: [A-Za-z]+=\"[^\"]*\")*)");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([A-Za-z]+)=\"([^\"]*)\"");
  private static final Pattern CHILD =
      Pattern.compile("<(Text|Rtf)(?:/>|>[^<]*</(?:Text|Rtf)>)", Pattern.DOTALL);

  private static final List<String> ODD_VALUES =
      List.of(
          "",
          " ",
          "x",
          "true",
          "false",
          "TRUE",
          " true ",
          "0",
          "1",
          "-1",
          "+1",
          " 1 ",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999999",
          "1.0",
          "User",
          "Member",
          "allow",
          "open",
          "normal",
          "All",
          "2019-02-30T00:00:00.0000000Z",
          "2019-01-01T23:59:60.0000000Z",
          "0000-01-01T00:00:00.0000000Z",
          "0001-01-01T00:00:00.0000000Z",
          "9999-12-31T23:59:59.9999999Z",
          "10000-01-01T00:00:00.0000000Z",
          "2019-01-01T00:00:00.0000000+00:00",
          "2019-01-01T00:00:00Z",
          "2019-01-01T00:00:00",
          "2019-01-01 00:00:00",
          "2019-01-01",
          "052A503B-a06d-485a-a5c8-0fad8949f40a",
          "{052a503b-a06d-485a-a5c8-0fad8949f40a}",
          " 052a503b-a06d-485a-a5c8-0fad8949f40a",
          "052a503b-a06d-485a-a5c8-0fad8949f40a&#xA;",
          "&#x9;",
          "&lt;&amp;&#x1F600;");

  private final String head;
  private final String record;
  private final String tail;
  private final Map<String, String> made = new LinkedHashMap<>();

  private EntryMutations(String head, String record, String tail) {
    this.head = head;
    this.record = record;
    this.tail = tail;
  }

  /**
   * Returns the mutations of one line, by what was done.
   *
   * @param head the entry up to it
   * @param record the line, whose last part is the record's end tag
   * @param tail the entry behind it
   */
  static Map<String, String> of(String head, String record, String tail) {
    var mutations = new EntryMutations(head, record, tail);
    mutations.ofAttributes();
    mutations.ofChildren();
    mutations.ofTheWhole();
    return mutations.made;
  }

  private void add(String what, String changed) {
    if (!changed.equals(record)) {
      made.put(what, head + changed + tail);
    }
  }

  private MatchResult start() {
    return START.matcher(record).results().findFirst().orElseThrow();
  }

  private void ofAttributes() {
    MatchResult start = start();
    List<MatchResult> attributes = ATTRIBUTE.matcher(start.group(2)).results().toList();
    for (int i = 0; i < attributes.size(); i++) {
      MatchResult attribute = attributes.get(i);
      String name = attribute.group(1);
      String value = attribute.group(2);
      put(name + " removed", attributes, i, "");
      put(name + " renamed", attributes, i, " " + name + "x=\"" + value + "\"");
      put(name + " in capitals", attributes, i, spelled(name, value.toUpperCase(Locale.ROOT)));
      put(name + " with a blank", attributes, i, spelled(name, value + " "));
      put(
          name + " in a namespace",
          attributes,
          i,
          " p:" + name + "=\"" + value + "\" xmlns:p=\"urn:p\"");
      put(
          name + " doubled in the own namespace",
          attributes,
          i,
          attribute.group() + " p:" + name + "=\"" + value + "\" xmlns:p=\"urn:pchat:export:1\"");
      for (String odd : ODD_VALUES) {
        put(name + " is \"" + odd + "\"", attributes, i, spelled(name, odd));
      }
      for (MatchResult other : attributes.subList(i + 1, attributes.size())) {
        List<String> swapped =
            new ArrayList<>(attributes.stream().map(MatchResult::group).toList());
        swapped.set(i, spelled(name, other.group(2)));
        swapped.set(attributes.indexOf(other), spelled(other.group(1), value));
        add(name + " swapped with " + other.group(1), with(String.join("", swapped)));
      }
    }
    add("without attributes", with(""));
    add("an unknown attribute", with(start.group(2) + " topic=\"old\""));
    add("an unknown attribute of XML", with(start.group(2) + " xml:lang=\"en\""));
  }

  private static String spelled(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }

  private void put(String what, List<MatchResult> attributes, int index, String instead) {
    List<String> all = new ArrayList<>(attributes.stream().map(MatchResult::group).toList());
    all.set(index, instead);
    add(what, with(String.join("", all)));
  }

  private String with(String attributes) {
    MatchResult start = start();
    return record.substring(0, start.start(2)) + attributes + record.substring(start.end(2));
  }

  private void ofChildren() {
    List<MatchResult> children = CHILD.matcher(record).results().toList();
    for (MatchResult child : children) {
      String name = child.group(1);
      String element = child.group();
      replace(name + " removed", child, "");
      replace(name + " doubled", child, element + element);
      replace(name + " emptied", child, "<" + name + "/>");
      replace(name + " renamed", child, element.replace(name, name + "x"));
      replace(name + " in no namespace", child, element.replaceFirst(name, name + " xmlns=\"\""));
      replace(name + " with an attribute", child, element.replaceFirst(name, name + " a=\"b\""));
      replace(name + " with an element", child, "<" + name + ">a<b/>c</" + name + ">");
      replace(name + " with its own kind", child, "<" + name + "><" + name + "/></" + name + ">");
      replace(name + " in CDATA", child, "<" + name + "><![CDATA[<a>&]]>]]&gt;</" + name + ">");
      replace(name + " with a comment", child, "<" + name + ">a<!-- b -->c<?d e?></" + name + ">");
      replace(name + " before text", child, element + "text");
      replace(name + " before a comment", child, element + "<!-- text -->");
      replace(name + " before an unknown element", child, element + "<Topic/>");
      replace(name + " as nil", child, element.replaceFirst(name, name + xsi("nil=\"true\"")));
    }
    if (children.size() == 2) {
      MatchResult first = children.get(0);
      MatchResult second = children.get(1);
      add(
          "Text and Rtf swapped",
          record.substring(0, first.start())
              + second.group()
              + first.group()
              + record.substring(second.end()));
    }
  }

  private static String xsi(String attribute) {
    return " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:" + attribute;
  }

  private void replace(String what, MatchResult part, String instead) {
    add(what, record.substring(0, part.start()) + instead + record.substring(part.end()));
  }

  private void ofTheWhole() {
    String name = start().group(1);
    add("removed", "");
    add("doubled", record + record);
    add("renamed", record.replaceAll("(</?)" + name, "$1" + name + "x"));
    add("in no namespace", with(" xmlns=\"\"" + start().group(2)));
    add(
        "with a prefix",
        "<p:"
            + record
                .replace("</" + name, "</p:" + name)
                .substring(1)
                .replaceFirst(name, name + " xmlns:p=\"urn:pchat:export:1\""));
    add("before text", record + "text");
    add("before a comment", record + "<!-- a --><?b c?>");
    add("before an unknown element", record + "<Topic/>");
    add("before an element of another namespace", record + "<Topic xmlns=\"urn:other\"/>");
    add("nested", "<" + name + ">" + record + "</" + name + ">");
    add("as nil", with(start().group(2) + xsi("nil=\"true\"")));
    add("as not nil", with(start().group(2) + xsi("nil=\"false\"")));
    add("of another type", with(start().group(2) + xsi("type=\"AddIn\"")));
    add("of its own type", with(start().group(2) + xsi("type=\"" + name + "\"")));
    if (record.endsWith("/>")) {
      String open = record.substring(0, record.length() - 2);
      add("with text", open + ">text</" + name + ">");
      add("with a blank", open + "> </" + name + ">");
      add("with a comment", open + "><!-- --></" + name + ">");
      add("with an element", open + "><Topic/></" + name + ">");
      add("with two tags", open + "></" + name + ">");
    }
  }
}

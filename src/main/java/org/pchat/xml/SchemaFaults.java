package org.pchat.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.SchemaProblem;
import org.pchat.xml.SchemaFault.Reach;
import org.w3c.dom.TypeInfo;
import org.xml.sax.SAXParseException;

/**
 * Says in our words what the JDK's validator found at one tag.
 *
 * <p>The validator says everything in a sentence of the machine's language that begins with the
 * name of the rule, such as {@code cvc-attribute.3: ...} (XML Schema Part 1, appendix B). Only the
 * rule, names between quotation marks and lists between braces are taken from the sentence; the
 * values come from the element itself. What cannot be found is left out, so that an unusual
 * language makes a sentence vaguer and never wrong.
 */
final class SchemaFaults {
  /** The rule that a root element must be declared. */
  static final String UNDECLARED = "cvc-elt.1";

  private static final Pattern RULE =
      Pattern.compile("([A-Za-z][\\w.-]*)[\\s\u00a0]*:.*", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("['\"]([^\\s'\"]+)['\"]");
  private static final Pattern LISTED = Pattern.compile("\\{(\"[^{}]*)\\}");
  private static final Pattern NAME_IN_LIST = Pattern.compile("\"[^\"]*\":([^,}\\s]+)");
  private static final int LONGEST_VALUE = 60;

  private final EntrySchema schema;
  private final String element;
  private final ElementAttributes attributes;
  private final Location place;
  private final List<String> path;
  private final List<SchemaFault> faults = new ArrayList<>();
  private @Nullable String facet;
  private int nextAttribute;

  SchemaFaults(
      EntrySchema schema,
      String element,
      ElementAttributes attributes,
      Location place,
      List<String> path) {
    this.schema = schema;
    this.element = element;
    this.attributes = attributes;
    this.place = place;
    this.path = path;
  }

  /** Returns the name of the rule that a sentence begins with. */
  static String code(SAXParseException said) {
    return code(String.valueOf(said.getMessage()));
  }

  private static String code(String sentence) {
    var matcher = RULE.matcher(sentence);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /**
   * Returns what is wrong with the tag.
   *
   * @param said what was said, in order
   * @param types the types of its attributes, by index
   */
  List<SchemaFault> about(List<SAXParseException> said, IntFunction<@Nullable TypeInfo> types) {
    for (SAXParseException sentence : said) {
      take(code(sentence), String.valueOf(sentence.getMessage()), types);
    }
    if (faults.isEmpty()) {
      other(code(said.get(0)));
    }
    return faults;
  }

  private void take(String code, String sentence, IntFunction<@Nullable TypeInfo> types) {
    switch (code) {
      case "cvc-elt.1", "cvc-elt.1.a" ->
          add(Reach.WHOLE, Set.of(), SchemaProblem.UNKNOWN_ROOT, element);
      case "cvc-attribute.3" -> badAttribute(sentence, types);
      case "cvc-complex-type.4" -> missingAttribute(sentence);
      case "cvc-complex-type.3.2.2", "cvc-type.3.1.1" -> unknownAttribute(sentence);
      case "cvc-complex-type.2.4.b" -> {
        List<String> expected = expected(sentence);
        add(Reach.NAMED, Set.copyOf(expected), SchemaProblem.INCOMPLETE, element, oneOf(expected));
      }
      case "cvc-complex-type.2.1" -> add(Reach.NAMED, Set.of(), SchemaProblem.NOT_EMPTY, element);
      case "cvc-complex-type.2.3" -> add(Reach.NAMED, Set.of(), SchemaProblem.STRAY_TEXT, element);
      case "cvc-type.3.1.2" -> add(Reach.WHOLE, Set.of(), SchemaProblem.ELEMENTS_IN_TEXT, element);
      case "cvc-type.3.1.3", "cvc-complex-type.2.2" -> badContent(sentence);
      default -> rest(code, sentence);
    }
  }

  private void rest(String code, String sentence) {
    if (code.startsWith("cvc-complex-type.2.4")) {
      List<String> expected = expected(sentence);
      add(
          Reach.PLACE,
          Set.copyOf(expected),
          SchemaProblem.UNEXPECTED_ELEMENT,
          element,
          oneOf(expected));
    } else if (code.startsWith("cvc-elt.3") || code.startsWith("cvc-elt.4")) {
      add(Reach.WHOLE, Set.of(), SchemaProblem.TYPE_CHANGED, element);
    } else if (code.matches("cvc-(datatype|\\w+)-valid.*")) {
      facet = facet == null ? sentence : facet;
    } else if (code.startsWith("cvc-")) {
      other(code);
    }
  }

  private void other(String code) {
    add(Reach.WHOLE, Set.of(), SchemaProblem.OTHER_RULE, element, code.isEmpty() ? "?" : code);
  }

  private void add(Reach reach, Set<String> names, SchemaProblem code, Object... arguments) {
    faults.add(new SchemaFault(Problem.of(code, place, arguments), reach, path, names));
  }

  private void badAttribute(String sentence, IntFunction<@Nullable TypeInfo> types) {
    int index = attribute(sentence, true);
    if (index < 0) {
      other("cvc-attribute.3");
      return;
    }
    String value = attributes.getValue(index);
    TypeInfo type = types.apply(index);
    String expected = expected(value, type == null ? null : type.getTypeName());
    facet = null;
    add(
        Reach.NAMED,
        part(index),
        SchemaProblem.BAD_ATTRIBUTE,
        attributes.getQName(index),
        shortened(value),
        expected);
  }

  private void unknownAttribute(String sentence) {
    int index = attribute(sentence, false);
    if (index < 0) {
      other("cvc-complex-type.3.2.2");
      return;
    }
    add(
        Reach.NAMED,
        part(index),
        SchemaProblem.UNKNOWN_ATTRIBUTE,
        element,
        attributes.getQName(index),
        shortened(attributes.getValue(index)));
  }

  /** Attributes in a namespace are none of a record's fields. */
  private Set<String> part(int index) {
    return attributes.getURI(index).isEmpty() ? Set.of(attributes.getLocalName(index)) : Set.of();
  }

  /** Finds the attribute that a sentence is about; they are spoken of in their order. */
  private int attribute(String sentence, boolean withValue) {
    for (int i = nextAttribute; i < attributes.getLength(); i++) {
      if (quotes(sentence, attributes.getQName(i))
          && (!withValue || quotes(sentence, attributes.getValue(i)))) {
        nextAttribute = i + 1;
        return i;
      }
    }
    return -1;
  }

  private static boolean quotes(String sentence, String text) {
    return sentence.contains("'" + text + "'") || sentence.contains("\"" + text + "\"");
  }

  private void missingAttribute(String sentence) {
    List<String> names = new ArrayList<>(quoted(sentence));
    names.remove(element);
    String name = names.isEmpty() ? element : names.get(0);
    add(Reach.NAMED, Set.of(name), SchemaProblem.MISSING_ATTRIBUTE, element, name);
  }

  private void badContent(String sentence) {
    String rest = sentence.replace("'" + element + "'", "");
    int from = rest.indexOf('\'');
    int to = rest.lastIndexOf('\'');
    String value = from >= 0 && to > from ? rest.substring(from + 1, to) : "";
    String expected = expected(value, null);
    facet = null;
    add(
        Reach.WHOLE,
        Set.of(),
        SchemaProblem.BAD_CONTENT,
        element,
        shortened(Refusals.brief(value)),
        expected);
  }

  private static List<String> quoted(String sentence) {
    return QUOTED.matcher(sentence).results().map(m -> m.group(1)).toList();
  }

  /** Returns the names of the elements that may stand here. */
  private static List<String> expected(String sentence) {
    List<MatchResult> lists = LISTED.matcher(sentence).results().toList();
    return lists.isEmpty()
        ? List.of()
        : NAME_IN_LIST
            .matcher(lists.get(lists.size() - 1).group(1))
            .results()
            .map(m -> m.group(1))
            .toList();
  }

  private static String oneOf(List<String> names) {
    return names.isEmpty() ? "nothing more" : String.join(" or ", names);
  }

  /** Returns what a value should have been: "one of ...", "a GUID". */
  private String expected(String value, @Nullable String type) {
    String words = type == null ? null : schema.words(type);
    if (words == null && facet != null && code(facet).startsWith("cvc-enumeration")) {
      words = listed(facet.replace("'" + value + "'", "").replace("\"" + value + "\"", ""));
    }
    if (words == null && type != null && !type.startsWith("#")) {
      words = BuiltInTypes.words(type);
    }
    return words == null ? "what the schema allows there" : words;
  }

  private static @Nullable String listed(String enumeration) {
    int from = enumeration.indexOf('[');
    int to = enumeration.lastIndexOf(']');
    return from < 0 || to < from ? null : "one of " + enumeration.substring(from + 1, to);
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 3) + "...";
  }
}

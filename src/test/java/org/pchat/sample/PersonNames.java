package org.pchat.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names for any number of people: first and last names of one culture each, from {@code names.tsv};
 * when all pairs are used up they come again with a number.
 */
final class PersonNames {
  /** Odd and larger than any sum of pairs, so that the walk below visits every pair once. */
  private static final long STRIDE = 1_000_003;

  private record Spelling(String name, String alias) {
    static Spelling parse(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Spelling(text, text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
          : new Spelling(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  private record Culture(boolean familyFirst, List<Spelling> first, List<Spelling> last) {
    int pairs() {
      return first.size() * last.size();
    }

    Person person(int pair, long round) {
      Spelling given = first.get(pair % first.size());
      Spelling family = last.get(pair / first.size());
      String name =
          familyFirst ? family.name() + " " + given.name() : given.name() + " " + family.name();
      String alias = given.alias() + "." + family.alias();
      return round == 0
          ? new Person(name, alias)
          : new Person(name + " " + (round + 1), alias + (round + 1));
    }
  }

  private final List<Culture> cultures = new ArrayList<>();
  private final int pairs;

  PersonNames() {
    for (String[] row : Resource.rows("names.tsv")) {
      cultures.add(
          new Culture(row[1].equals("family-first"), spellings(row[2]), spellings(row[3])));
    }
    pairs = cultures.stream().mapToInt(Culture::pairs).sum();
  }

  private static List<Spelling> spellings(String names) {
    return Stream.of(names.split(" ", -1)).map(Spelling::parse).toList();
  }

  /** Returns the person with this number, another for each number. */
  Person person(int number) {
    int pair = (int) (number % pairs * STRIDE % pairs);
    for (Culture culture : cultures) {
      if (pair < culture.pairs()) {
        return culture.person(pair, number / pairs);
      }
      pair -= culture.pairs();
    }
    throw new AssertionError("pairs are counted wrongly");
  }
}

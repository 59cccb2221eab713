package org.pchat.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a word of a closed set in any case, and names the set when the word is not in it.
 *
 * @param <E> the set; its constants print as the words that users type
 */
final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] words;

  WordConverter(E[] words) {
    this.words = words;
  }

  @Override
  public E convert(String typed) {
    return Arrays.stream(words)
        .filter(word -> word.toString().equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("\"" + typed + "\" is none of " + all()));
  }

  private String all() {
    return Arrays.stream(words).map(E::toString).collect(Collectors.joining(", "));
  }
}

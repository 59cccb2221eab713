package org.pchat.specimen;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.Guid;

/** The four ways in which the values of an archive are gone through. */
final class Sinks {
  private static final int MOST_SUSPECTS = 100_000;

  private final Columns columns;
  private final TokenFilter original;
  private final GuidNoise guids;
  private final Set<String> suspects = new HashSet<>();
  private final Set<String> confirmed = new HashSet<>();
  private long replaced;
  private long kept;
  private long searched;

  Sinks(Columns columns, TokenFilter original, GuidNoise guids) {
    this.columns = columns;
    this.original = original;
    this.guids = guids;
  }

  long replaced() {
    return replaced;
  }

  long kept() {
    return kept;
  }

  long searched() {
    return searched;
  }

  /** Returns the words of the specimen that may have been in the original. */
  Set<String> suspects() {
    return suspects;
  }

  /** Returns those that were. */
  Set<String> confirmed() {
    return confirmed;
  }

  /** Learns what there is. */
  ValueSink gathering() {
    return new Looking() {
      @Override
      public void name(String local) {
        columns.seeName(local);
      }

      @Override
      public String value(String column, String value) {
        return columns.see(column, value) ? value : remark(value);
      }

      @Override
      public void guid(String text) {
        TextNoise.parse(text).ifPresent(guids::gather);
      }

      @Override
      public void word(String text) {
        original.add(text);
      }
    };
  }

  /** Puts noise in the place of texts. */
  ValueSink replacing(TextNoise noise) {
    return new ValueSink() {
      @Override
      public void name(String local) {}

      @Override
      public String value(String column, String value) {
        if (columns.keeps(column, value)) {
          kept++;
          return value;
        }
        replaced++;
        return noise.of(value);
      }

      @Override
      public String remark(String text) {
        replaced++;
        return noise.of(text);
      }
    };
  }

  /** Looks in the specimen for what was in the original. */
  ValueSink searching() {
    return new Looking() {
      @Override
      public String value(String column, String value) {
        return columns.keeps(column, value) ? value : remark(value);
      }

      @Override
      public void guid(String text) {
        Optional<Guid> guid = TextNoise.parse(text);
        searched++;
        if (guid.isPresent() && guids.has(guid.get())) {
          suspect(guid.get().toString());
        }
      }

      @Override
      public void word(String text) {
        searched++;
        if (original.mayHave(text)) {
          suspect(text.toLowerCase(Locale.ROOT));
        }
      }

      private void suspect(String text) {
        if (suspects.size() < MOST_SUSPECTS) {
          suspects.add(text);
        }
      }
    };
  }

  /** Looks in the original for what was found in the specimen, for the filter may err. */
  ValueSink confirming() {
    return new Looking() {
      @Override
      public void guid(String text) {
        TextNoise.parse(text)
            .map(Guid::toString)
            .filter(suspects::contains)
            .ifPresent(confirmed::add);
      }

      @Override
      public void word(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        if (suspects.contains(folded)) {
          confirmed.add(folded);
        }
      }
    };
  }

  /** Looks at the pieces of all texts and changes nothing. */
  private abstract static class Looking implements ValueSink, Pieces.Visitor {
    @Override
    public void name(String local) {}

    @Override
    public String value(String column, String value) {
      return remark(value);
    }

    @Override
    public String remark(String text) {
      Pieces.visit(text, this);
      return text;
    }

    @Override
    public void kept(String text) {}

    @Override
    public void rtf(String text) {}
  }
}

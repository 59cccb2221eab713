package org.pchat.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;

/**
 * Writes JSON, one value a line.
 *
 * <p>Takes maps (in their own order; a null value leaves the key out, an empty {@link Optional} is
 * a null), iterables, strings, numbers, booleans, null, and the values of model fields, which are
 * spelled as in the canonical layout.
 */
public final class JsonOutput implements Closeable {
  private final JsonGenerator generator;
  private final boolean inert;
  private boolean written;

  /**
   * Writes to {@code out}, which is flushed but not closed.
   *
   * @param inert whether to escape characters that a terminal would act upon
   */
  public JsonOutput(Writer out, boolean inert) throws IOException {
    this.generator = new JsonFactory().createGenerator(out);
    this.generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    this.inert = inert;
  }

  /** Returns one value as a line without its end, inert on terminals. */
  public static String line(Object value) {
    var text = new StringWriter();
    try (var json = new JsonOutput(text, true)) {
      json.write(value);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    return text.toString().strip();
  }

  /** Writes one value; values are parted by line ends. */
  public void write(@Nullable Object value) throws IOException {
    written = true;
    if (value == null || value.equals(Optional.empty())) {
      generator.writeNull();
    } else if (value instanceof Optional<?> present) {
      write(present.get());
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> items) {
      generator.writeStartArray();
      for (Object item : items) {
        write(item);
      }
      generator.writeEndArray();
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof Double number) {
      generator.writeNumber(number);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.longValue());
    } else {
      text(Field.spell(value));
    }
  }

  private void object(Map<?, ?> map) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (member.getValue() != null) {
        generator.writeFieldName(member.getKey().toString());
        write(member.getValue());
      }
    }
    generator.writeEndObject();
  }

  private void text(String value) throws IOException {
    generator.writeRawValue(JsonText.quote(value, inert));
  }

  /** Ends the last line, if there is one. */
  @Override
  public void close() throws IOException {
    if (written) {
      generator.writeRaw('\n');
    }
    generator.close();
  }
}

package org.pchat.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.dataformat.xml.JacksonXmlAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Small XML documents that people write, bound to plain Java records: a component that is a string
 * is an attribute, a list of records is a row of child elements; each is named as the component.
 *
 * <p>What is not there is null. What the record does not have is refused, so that a misspelt name
 * is not silently passed over. The caller sees to it that the document is well-formed, in the right
 * namespace, and without a document type declaration.
 */
public final class XmlDocuments {
  private XmlDocuments() {}

  /**
   * Reads a document.
   *
   * @param document the document in characters
   * @param type the record that it is bound to
   * @throws BadDocumentException if it has something that the record does not have
   */
  public static <T> T read(String document, Class<T> type) throws BadDocumentException {
    XmlMapper mapper = mapper("");
    try {
      // By way of a tree, since binding alone forgets children that do not stand side by side.
      return mapper.treeToValue(mapper.readTree(document), type);
    } catch (JsonProcessingException bad) {
      throw new BadDocumentException(place(bad), reason(bad));
    }
  }

  /**
   * Returns a record as a document in UTF-8, indented.
   *
   * @param root the name of its root element
   * @param namespace the namespace of all elements
   */
  public static byte[] write(Object value, String root, String namespace) throws IOException {
    String text =
        mapper(namespace)
            .writer()
            .withRootName(PropertyName.construct(root, namespace))
            .writeValueAsString(value);
    return text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String place(JsonProcessingException bad) {
    if (!(bad instanceof JsonMappingException mapping)) {
      return "";
    }
    return mapping.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + (step.getIndex() + 1) : step.getFieldName())
        .collect(Collectors.joining(" "));
  }

  private static String reason(JacksonException bad) {
    if (bad instanceof UnrecognizedPropertyException unknown) {
      return unknown.getPropertyName().isEmpty()
          ? "there is text where none belongs"
          : "\"" + unknown.getPropertyName() + "\" is not known here";
    }
    return bad instanceof JsonMappingException
        ? "it stands there twice, or is an element where an attribute belongs"
        : bad.getOriginalMessage();
  }

  private static XmlMapper mapper(String namespace) {
    return XmlMapper.builder()
        .defaultUseWrapper(false)
        .annotationIntrospector(new AttributesForText(namespace))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        .enable(ToXmlGenerator.Feature.WRITE_XML_DECLARATION)
        .build();
  }

  /** Makes attributes of strings and elements of everything else. */
  private static final class AttributesForText extends JacksonXmlAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final String namespace;

    AttributesForText(String namespace) {
      super(false);
      this.namespace = namespace;
    }

    @Override
    public @Nullable Boolean isOutputAsAttribute(MapperConfig<?> config, Annotated member) {
      return member.getRawType() == String.class;
    }

    @Override
    public @Nullable String findNamespace(MapperConfig<?> config, Annotated member) {
      return member.getRawType() == String.class ? "" : namespace;
    }
  }
}

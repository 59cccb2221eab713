package org.pchat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingTest {
  /** A question that is not forwarded is answered by the default, which is wrong. */
  @ParameterizedTest
  @CsvSource({
    "org.pchat.model.ChatSource, org.pchat.model.ForwardingSource",
    "org.pchat.model.RecordCursor, org.pchat.model.ForwardingCursor"
  })
  void every_question_is_forwarded(Class<?> asked, Class<?> forwarding) {
    List<String> questions = signatures(asked);
    assertThat(questions).hasSizeGreaterThan(5);
    assertThat(signatures(forwarding)).containsAll(questions);
  }

  private static List<String> signatures(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .map(ForwardingTest::signature)
        .toList();
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }
}

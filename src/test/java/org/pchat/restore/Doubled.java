package org.pchat.restore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;

/** A source with the content of another, and everything else of a first. */
final class Doubled {
  private Doubled() {}

  /** Returns {@code content} as if it were read from {@code origin}. */
  static ChatSource of(ChatSource origin, MemorySource content) {
    return (ChatSource)
        Proxy.newProxyInstance(
            Doubled.class.getClassLoader(),
            new Class<?>[] {ChatSource.class},
            (proxy, method, arguments) -> {
              Object target =
                  switch (method.getName()) {
                    case "absence", "origin", "problems", "coverage" -> origin;
                    default -> content;
                  };
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}

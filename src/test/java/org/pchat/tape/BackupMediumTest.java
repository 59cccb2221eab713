package org.pchat.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.Shared;
import org.pchat.model.Watch;

final class BackupMediumTest {
  @Test
  void prints() throws IOException {
    for (String name :
        new String[] {
          "Northwind-2005.bak",
          "Northwind-2008.bak",
          "Northwind-2008R2-stripe-2-of-2.bak",
          "Northwind-2016-compressed.bak",
          "TutorialDB-2016-compressed.bak",
          "WorldLanguages-2019.bak"
        }) {
      try (var medium = BackupMedium.open(Shared.require("data/sql/" + name), Watch.NONE)) {
        System.out.println(
            name
                + " "
                + medium.compressed()
                + " "
                + medium.stripe()
                + " "
                + medium.sets()
                + " "
                + medium.problems());
      }
    }
    assertThat(LocalDateTime.MIN).isNotNull();
  }
}

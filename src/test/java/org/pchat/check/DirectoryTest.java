package org.pchat.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {
  private final Directory directory = new Directory();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CN=Kim,OU=Desk,DC=contoso,DC=com       | OU=Desk,DC=contoso,DC=com
          CN=Kim,OU=Desk,DC=contoso,DC=com       | ou=DESK, dc=Contoso ,dc=com
          CN=Akers\\, Kim,OU=Desk,DC=contoso     | OU=Desk,DC=contoso
          CN=Backslash\\\\,OU=Desk,DC=contoso    | OU=Desk,DC=contoso
          """)
  void a_name_stands_in_the_container_behind_its_first_comma(String name, String container) {
    assertThat(directory.containerOf(name)).isEqualTo(directory.container(container));
  }

  @Test
  void containers_stand_in_each_other() {
    int desk = directory.container("OU=Desk,OU=Trading,DC=contoso,DC=com");
    assertThat(directory.above(desk))
        .isEqualTo(directory.container("OU=Trading,DC=contoso,DC=com"));
    int com = directory.container("DC=com");
    assertThat(directory.above(com)).isEqualTo(Directory.NOWHERE);
  }

  @Test
  void one_name_inside_another_is_no_container_of_it() {
    assertThat(directory.containerOf("CN=Kim,OU=Back Desk,DC=x"))
        .isNotEqualTo(directory.container("OU=Desk,DC=x"));
  }

  @Test
  void a_name_longer_than_its_column_says_nothing() {
    assertThat(directory.containerOf("a,".repeat(300) + "b")).isEqualTo(Directory.UNKNOWN);
  }

  @Test
  void nobody_in_no_directory_is_nowhere() {
    assertThat(directory.containerOf(null)).isEqualTo(Directory.NOWHERE);
    assertThat(directory.containerOf("")).isEqualTo(Directory.NOWHERE);
  }
}

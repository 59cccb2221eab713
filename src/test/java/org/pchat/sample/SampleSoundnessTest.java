package org.pchat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSoundnessTest {
  @Test
  void contoso_is_sound_on_monday() throws IOException {
    assertThat(Soundness.violations(SamplePool.of(SampleSize.contoso()))).isEmpty();
  }

  @Test
  void contoso_is_sound_on_tuesday() throws IOException {
    var tuesday = ContosoEdits.of(SamplePool.of(SampleSize.contoso())).source();
    assertThat(Soundness.violations(tuesday)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void contoso_of_any_seed_is_sound_on_both_days(long seed) throws IOException {
    var monday = SamplePool.of(SampleSize.contoso().withSeed(seed));
    assertThat(Soundness.violations(monday)).isEmpty();
    assertThat(Soundness.violations(ContosoEdits.of(monday).source())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small",
        "bench:messages=0,rooms=7,principals=150,permissions=200",
        "bench:messages=20000,rooms=50,principals=150,permissions=1000",
        "bench:messages=20000,rooms=300,principals=5000,permissions=9000",
        "bench:messages=1000,rooms=2000,principals=2000,permissions=40000"
      })
  void pools_of_other_sizes_are_sound(String size) throws IOException {
    assertThat(Soundness.violations(SamplePool.of(SampleSize.parse(size)))).isEmpty();
  }
}

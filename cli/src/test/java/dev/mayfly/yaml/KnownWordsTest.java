package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownWordsTest {
  @ParameterizedTest
  @CsvSource({
    // length, words before, kept
    "1,  0,    true",
    "40, 0,    true",
    "41, 0,    false",
    "4,  4095, true",
    "4,  4096, false"
  })
  void aShortWordIsKeptOnceWhileThereIsRoom(int length, int before, boolean kept) {
    KnownWords words = new KnownWords();
    for (int i = 0; i < before; i++) {
      words.one(Integer.toString(i));
    }
    String first = "x".repeat(length);
    String second = new String(first.toCharArray());
    assertThat(words.one(first)).isSameAs(first);
    assertThat(words.one(second)).isEqualTo(first).isSameAs(kept ? first : second);
  }
}

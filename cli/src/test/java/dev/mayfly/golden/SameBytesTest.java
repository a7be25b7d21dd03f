package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same input gives the same bytes, whatever the machine is set to. */
@Isolated("changes the locale of the JVM")
class SameBytesTest {
  /** Before any locale is another. */
  private static final List<String> EXPECTED = RenderedDigests.EXPECTED;

  /** Each platform takes its turn in one of the repetitions. */
  private static final int REPETITIONS = FullRun.oneOf(3);

  @ParameterizedTest
  @CsvSource({
    "0,tr-TR,Asia/Istanbul",
    "1,ar-EG-u-nu-arab,Pacific/Kiritimati",
    "2,th-TH-u-ca-buddhist-nu-thai,UTC"
  })
  void inAnotherLocaleAndTimeZone(int repetition, String locale, String zone) {
    Locale before = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThatTheSameComesOut(repetition);
    } finally {
      Locale.setDefault(before);
      TimeZone.setDefault(zoneBefore);
    }
  }

  private static void assertThatTheSameComesOut(int repetition) {
    for (int i = repetition % REPETITIONS; i < EXPECTED.size(); i += REPETITIONS) {
      assertThat(RenderedDigests.of(i)).isEqualTo(EXPECTED.get(i));
    }
  }
}

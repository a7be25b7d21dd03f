package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same input gives the same bytes, whatever the machine is set to. */
@Isolated("changes the locale of the JVM")
class SameBytesTest {
  /** Each takes its turn in one of the repetitions. */
  private static final int REPETITIONS = FullRun.oneOf(4);

  private static final List<String> EXPECTED = all();

  @Test
  void renderedTwice() {
    assertThatTheSameComesOut(0);
  }

  @ParameterizedTest
  @CsvSource({
    "1,tr-TR,Asia/Istanbul",
    "2,ar-EG-u-nu-arab,Pacific/Kiritimati",
    "3,th-TH-u-ca-buddhist-nu-thai,UTC"
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

  @Test
  void inAProcessWithAnotherCharset() throws Exception {
    ProcessBuilder child =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=ISO-8859-1",
            "-Dstdout.encoding=ISO-8859-1",
            "-Duser.language=tr",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dline.separator=\r\n",
            "-cp",
            System.getProperty("java.class.path"),
            SameBytesTest.class.getName());
    child.environment().keySet().removeIf(name -> name.startsWith("LC_"));
    child.environment().put("LANG", "POSIX");
    child.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = child.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor()).isZero();
    assertThat(printed.split(" ")).containsExactlyElementsOf(EXPECTED);
  }

  private static void assertThatTheSameComesOut(int repetition) {
    for (int i = repetition % REPETITIONS; i < EXPECTED.size(); i += REPETITIONS) {
      assertThat(digest(i)).isEqualTo(EXPECTED.get(i));
    }
  }

  /** The child's side. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    out.print(String.join(" ", all()));
    out.flush();
  }

  private static List<String> all() {
    return IntStream.range(0, PlatformMatrix.ALL.accepted().size())
        .mapToObj(SameBytesTest::digest)
        .toList();
  }

  /** One digest over every file of a platform. */
  private static String digest(int platform) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      RenderedPlatform rendered =
          RenderedPlatform.anew(List.copyOf(PlatformMatrix.ALL.accepted().values()).get(platform));
      for (SortedMap<String, String> files : List.of(rendered.platformSet(), rendered.overlays())) {
        new TreeMap<>(files)
            .forEach((path, text) ->
                sha.update((path + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

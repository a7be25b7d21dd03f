package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final TextReport PLAIN = new TextReport(false);

  @Test
  void pointsAtTheExactSpan() {
    var source = new Source("mayfly.yaml", "spec:\n  nmae: orders\n");
    var problem =
        Problem.error(
            "unknown-key",
            new Location(source, 2, 3, 2, 7),
            "unknown key `nmae`",
            "did you mean `name`?");
    assertThat(PLAIN.format(List.of(problem)))
        .isEqualTo(
            """
            error[unknown-key]: unknown key `nmae`
             --> mayfly.yaml:2:3
              |
            2 |   nmae: orders
              |   ^^^^
              = hint: did you mean `name`?
            """);
  }

  @Test
  void separatesProblemsAndDoesWithoutAPlace() {
    var whole = Problem.error("empty", Location.ofFile("a.yaml"), "the file is empty");
    var nowhere = Problem.warning("odd", null, "this is odd", "look\ntwice");
    assertThat(PLAIN.format(List.of(whole, nowhere)))
        .isEqualTo(
            """
            error[empty]: the file is empty
             --> a.yaml

            warning[odd]: this is odd
              = hint: look
                      twice
            """);
  }

  @Test
  void columnsCountCodePoints() {
    assertThat(pointed("\uD83D\uDE80: x", 4, 5)).isEqualTo("1 | \uD83D\uDE80: x\n  |    ^\n");
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    assertThat(pointed("a\u001b[31mb\u202Ec\u0000", 8, 9))
        .isEqualTo("1 | a\\u{1b}[31mb\\u{202e}c\\u{0}\n  |             ^^^^^^^^\n");
    assertThat(pointed("x\uD800", 2, 3)).isEqualTo("1 | x\\u{d800}\n  |  ^^^^^^^^\n");
  }

  @Test
  void escapesMessagesHintsAndNamesToo() {
    var source = new Source("a\u001b[2J.yaml", "");
    String text =
        PLAIN.format(
            List.of(Problem.error("x", Location.of(source), "b\u0007\nnext", "c\u009b2J")));
    assertThat(text)
        .isEqualTo("error[x]: b\\u{7}\\nnext\n --> a\\u{1b}[2J.yaml\n  = hint: c\\u{9b}2J\n");
  }

  @Test
  void tabsTakeOneColumn() {
    assertThat(pointed("\tkey", 2, 5)).isEqualTo("1 |  key\n  |  ^^^\n");
  }

  @Test
  void showsAWindowOfALongLine() {
    String line = "a".repeat(5000) + "HERE" + "b".repeat(5000);
    assertThat(pointed(line, 5001, 5005))
        .isEqualTo(
            "1 | ..."
                + "a".repeat(30)
                + "HERE"
                + "b".repeat(66)
                + "...\n"
                + "  | "
                + " ".repeat(33)
                + "^^^^\n");
  }

  @Test
  void aSpanLongerThanTheWindowIsCut() {
    assertThat(pointed("c".repeat(500), 1, 501))
        .isEqualTo("1 | " + "c".repeat(100) + "...\n  | " + "^".repeat(100) + "\n");
  }

  @Test
  void theEndOfALineCanBePointedAt() {
    assertThat(pointed("abc", 4, 4)).isEqualTo("1 | abc\n  |    ^\n");
    assertThat(pointed("abc", 99, 120)).isEqualTo("1 | abc\n  |    ^\n");
  }

  @Test
  void aSpanOfManyLinesIsPointedAtToTheEndOfItsFirst() {
    var source = new Source("f", "ab: [\n  c]\n");
    var text = PLAIN.format(List.of(Problem.error("x", new Location(source, 1, 5, 2, 5), "m")));
    assertThat(text).endsWith("1 | ab: [\n  |     ^\n");
  }

  /** A file may be one line with thousands of problems: each copies what is shown and no more. */
  @Test
  void anExcerptOfALongLineCostsWhatIsShown() {
    Source source = new Source("f", "0123456789".repeat(40_000));
    List<Problem> problems =
        IntStream.range(0, 200)
            .mapToObj(i -> new Location(source, 1, i * 2_000 + 1, 1, i * 2_000 + 3))
            .map(at -> Problem.error("x", at, "m"))
            .toList();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(PLAIN.format(problems)).hasSizeLessThan(80_000);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8L << 20);
  }

  private static String pointed(String line, int column, int endColumn) {
    var location = new Location(new Source("f", line), 1, column, 1, endColumn);
    String text = PLAIN.format(List.of(Problem.error("x", location, "m")));
    return text.substring(text.indexOf("1 | "));
  }
}

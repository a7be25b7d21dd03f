package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.change.Difference;
import dev.mayfly.change.PolicyChange;
import dev.mayfly.change.RenderedObject;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a change of the platform does, as a comment that every forge takes. */
class ChangeReportTest {
  private static PolicyChange large(int files, int lines, String name) {
    SortedMap<String, String> after = new TreeMap<>();
    for (int i = 0; i < files; i++) {
      after.put("platform/%04d.yaml".formatted(i), "a: \"```` </details> @team\"\n".repeat(lines));
    }
    List<Difference<String>> permissions =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new Difference<>(Difference.Kind.ADDED, "may use `" + name + i + "`"))
            .toList();
    List<Difference<RenderedObject>> objects =
        IntStream.range(0, 5_000)
            .mapToObj(i ->
                new Difference<>(
                    Difference.Kind.ADDED, new RenderedObject("", "", "Secret", name, "n" + i)))
            .toList();
    return new PolicyChange(
        permissions, List.of(), objects, new TreeSet<>(), List.of(), new TreeMap<>(), after);
  }

  @Test
  void fiveMegabytesFitIntoAComment() {
    PolicyChange change = large(500, 400, "x");
    assertThat(change.after().values().stream().mapToInt(String::length).sum())
        .isGreaterThan(5_000_000);
    String markdown = new ChangeReport(change).markdown();
    assertThat(markdown.length()).isLessThan(59_500);
    assertThat(markdown.indexOf("permissions of previews")).isBetween(0, 100);
    assertThat(markdown).contains("and 4960 more").containsPattern("And \\d+ more, too long");
    assertThat(count(markdown, "(?m)^<details>")).isEqualTo(count(markdown, "(?m)^</details>$"));
    assertThat(count(markdown, "(?m)^`````")).isEqualTo(2 * count(markdown, "(?m)^<details>"));
  }

  /** A name may be longer than anybody reads; the other lines are still told. */
  @Test
  void noLineTakesTheRoomOfAllOthers() {
    String markdown = new ChangeReport(large(1, 1, "long".repeat(5_000))).markdown();
    assertThat(markdown.length()).isLessThan(59_500);
    assertThat(markdown).contains("**objects**", "1 file differs.", "…");
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}

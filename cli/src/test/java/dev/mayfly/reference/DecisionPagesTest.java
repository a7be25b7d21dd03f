package dev.mayfly.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GeneratedPart;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/decisions/} is in order, and its gaps are said. */
class DecisionPagesTest {
  private static final Path PAGES = Path.of("docs/decisions");

  @Test
  void everyDecisionIsOnTheList() throws IOException {
    StringBuilder list = new StringBuilder("| | decision | date | status |\n|---|---|---|---|\n");
    for (String file : decisions()) {
      List<String> lines = Files.readAllLines(PAGES.resolve(file));
      String status = said(lines, "- Status: ");
      assertThat(status).as(file).matches("accepted(; .*\\[.*)?|superseded by \\[.*");
      list.append(
          "| %s | [%s](%s) | %s | %s |\n"
              .formatted(
                  file.substring(0, 4),
                  lines.getFirst().replace("# ", ""),
                  file,
                  said(lines, "- Date: "),
                  status));
    }
    GeneratedPart.verify(PAGES.resolve("README.md"), "decisions", list.toString());
  }

  @Test
  void noNumberIsTwiceAndEveryMissingOneIsSaid() throws IOException {
    String page = Files.readString(PAGES.resolve("README.md"));
    List<Integer> numbers =
        decisions().stream().map(file -> Integer.valueOf(file.substring(0, 4))).toList();
    assertThat(numbers).doesNotHaveDuplicates();
    for (int number = 1; number <= numbers.getLast(); number++) {
      if (!numbers.contains(number)) {
        assertThat(page.lines().filter(line -> line.contains("missing")).findFirst().orElseThrow())
            .contains("%04d".formatted(number));
      }
    }
  }

  private static String said(List<String> lines, String what) {
    return lines.stream()
        .filter(line -> line.startsWith(what))
        .findFirst()
        .orElseThrow()
        .substring(what.length());
  }

  private static List<String> decisions() {
    List<String> files = new ArrayList<>(GoldenFiles.files(PAGES));
    files.removeIf(file -> !file.matches("[0-9]{4}-.*[.]md"));
    assertThat(files).hasSizeGreaterThan(30);
    return files;
  }
}

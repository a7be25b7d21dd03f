package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every row of the page of shapes is an example, and every example has its row. */
class ShapesPageTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("\\[[^\\]]+]\\(\\.\\./examples/([^)]+)\\)");

  @Test
  void rowsAndExamplesBelongTogether() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/shapes.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| what you have"))
            .toList();
    assertThat(rows).allMatch(row -> EXAMPLE.matcher(row).find());
    assertThat(rows)
        .flatMap(row -> EXAMPLE.matcher(row).results().map(match -> match.group(1)).toList())
        .containsAll(Examples.names())
        .isSubsetOf(Examples.names());
  }
}

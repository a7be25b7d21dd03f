package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches, held against {@code git apply}: it makes of the old files exactly the new ones. */
class TreeDiffTest {
  private static final List<String> PATHS =
      List.of("a.yaml", "platform/b.yaml", "previews/ö/c d.yaml", "tab\there", "q\"uote");
  private static final List<String> LINES =
      List.of(
          "kind: A\n", "\n", "  b: é\n", "c:\td\n", "crlf\r\n", "\\r\n", "````\n", "-- x\n", "end");

  @TempDir private Path temp;

  @Test
  void gitAppliesEveryPatchToTheByte() {
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      SortedMap<String, String> before = tree(random);
      SortedMap<String, String> after = tree(random);
      assertThat(applied(i, before, TreeDiff.of(before, after).text()))
          .as("from %s to %s", before, after)
          .isEqualTo(after);
    }
  }

  @Test
  void aFileWithoutLinesComesAndGoes() {
    SortedMap<String, String> none = new TreeMap<>(Map.of("stays", "x\n"));
    SortedMap<String, String> empty = new TreeMap<>(Map.of("stays", "x\n", "empty", ""));
    assertThat(applied(0, none, TreeDiff.of(none, empty).text())).isEqualTo(empty);
    assertThat(applied(1, empty, TreeDiff.of(empty, none).text())).isEqualTo(none);
    assertThat(TreeDiff.of(empty, empty).isEmpty()).isTrue();
  }

  @Test
  void whatMovesACursorIsNeverPrinted() {
    var before = new TreeMap<>(Map.of("x", "a\u001b[2J\rb\u202e\n"));
    assertThat(TreeDiff.of(before, new TreeMap<>()).text())
        .contains("-a\\u{1b}[2J\\rb\\u{202e}\n")
        .doesNotContain("\u001b", "\r", "\u202e");
  }

  @Test
  void noContentLeavesItsBlockAndNoPathItsHeading() {
    var after = new TreeMap<>(Map.of("<b>&|.yaml", "x\n````\n# gone\n"));
    assertThat(TreeDiff.of(new TreeMap<>(), after).markdown())
        .startsWith(
            "1 file differs.\n\n<details><summary><code>&lt;b&gt;&amp;|.yaml</code></summary>\n")
        .contains("\n`````diff\n")
        .endsWith("+# gone\n`````\n\n</details>\n");
  }

  @Test
  void aLongDifferenceStaysAComment() {
    SortedMap<String, String> after = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      after.put("file-%02d".formatted(i), "some line of it\n".repeat(200));
    }
    assertThat(TreeDiff.of(new TreeMap<>(), after).markdown())
        .hasSizeBetween(50_000, 59_500)
        .startsWith("40 files differ.\n")
        .endsWith("\nAnd 24 more, too long for here: run `mayfly diff`.\n");
  }

  private static SortedMap<String, String> tree(Random random) {
    SortedMap<String, String> tree = new TreeMap<>();
    for (String path : PATHS) {
      int length = random.nextInt(7) - 1;
      if (length >= 0) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < length; line++) {
          text.append(LINES.get(random.nextInt(LINES.size())));
        }
        tree.put(path, text.toString());
      }
    }
    return tree;
  }

  private SortedMap<String, String> applied(int run, SortedMap<String, String> tree, String patch) {
    Path folder = temp.resolve("run-" + run);
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : tree.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      if (!patch.isEmpty()) {
        GitCommand.in(folder).feed(patch, "apply", "--whitespace=nowarn", "-");
      }
      SortedMap<String, String> result = new TreeMap<>();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          result.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of lines, held against what Git itself prints of the same two trees. */
class DiffStatTest {
  @TempDir private Path temp;
  private int trees;

  private String ofGit(SortedMap<String, String> before, SortedMap<String, String> after)
      throws IOException {
    Path folder = Files.createDirectory(temp.resolve("tree-" + trees++));
    GitCommand git = GitCommand.in(folder);
    git.run("init", "-q");
    write(folder, before);
    git.run("add", "-A");
    git.run("commit", "-q", "--allow-empty", "-m", "x");
    for (String path : before.keySet()) {
      Files.delete(folder.resolve(path));
    }
    write(folder, after);
    git.run("add", "-A");
    return git.run(
            "-c",
            "core.quotePath=false",
            "diff",
            "--cached",
            "--no-renames",
            "--histogram",
            "--stat")
        .strip();
  }

  private static void write(Path folder, SortedMap<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private void isGits(SortedMap<String, String> before, SortedMap<String, String> after)
      throws IOException {
    assertThat(TreeDiff.of(before, after).stat().strip())
        .as("from %s to %s", before.keySet(), after.keySet())
        .isEqualTo(ofGit(before, after));
  }

  private static SortedMap<String, String> tree(Random random) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String path :
        new String[] {
          "a.yaml",
          "platform/app-project.yaml",
          "previews/shop/pr-7/kustomization.yaml",
          "previews/" + "orders-".repeat(6) + "x/pr-7/network-policy-egress-kafka-9092.yaml",
          "n".repeat(120) + ".yaml"
        }) {
      if (random.nextInt(3) > 0) {
        int lines = random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
          text.append(i).append(random.nextInt(6) == 0 ? "x" : "").append('\n');
        }
        files.put(path, text.toString());
      }
    }
    return files;
  }

  @Test
  void isWhatGitPrints() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 25; i++) {
      isGits(tree(random), tree(random));
    }
  }

  @Test
  void oneOfAKindAndNoneAtAll() throws IOException {
    SortedMap<String, String> none = new TreeMap<>();
    SortedMap<String, String> line = new TreeMap<>(Map.of("a", "x\n"));
    SortedMap<String, String> empty = new TreeMap<>(Map.of("a", ""));
    isGits(none, line);
    isGits(line, none);
    isGits(none, empty);
    isGits(line, line);
    isGits(new TreeMap<>(Map.of("a", "-- x\n")), new TreeMap<>(Map.of("a", "++ x\n")));
  }

  @Test
  void whatMovesACursorIsNeverPrinted() {
    assertThat(TreeDiff.of(new TreeMap<>(), new TreeMap<>(Map.of("a\u001b[2J", "x\n"))).stat())
        .doesNotContain("\u001b")
        .endsWith(" 1 file changed, 1 insertion(+)\n");
  }
}

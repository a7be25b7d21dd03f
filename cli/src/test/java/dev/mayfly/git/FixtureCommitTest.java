package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests read commits that they wrote themselves, so these have to be what Git makes. */
class FixtureCommitTest {
  private static final List<Map<String, String>> COMMITS =
      List.of(
          Map.of(
              "a/b.yaml",
              "x",
              "a.b",
              "",
              "a-b/c",
              "y\n",
              "\u00fc/\u00e4.txt",
              "\u00e9",
              "dir",
              "file"),
          Map.of("a/c.yaml", "x"),
          Map.of("dir/inner/one", "a folder now"),
          Map.of("a", "a file now"),
          Map.of());

  @TempDir Path temp;

  @Test
  void isTheCommitThatGitMakes() {
    GitCommand ours = GitCommand.bare(temp.resolve("ours.git"));
    GitCommand theirs = GitCommand.bare(temp.resolve("theirs.git"));
    for (Map<String, String> files : COMMITS) {
      assertThat(ours.commit("main", files)).isEqualTo(imported(theirs, files));
    }
    assertThat(ours.run("rev-list", "--count", "main")).isEqualTo("" + COMMITS.size());
    assertThat(ours.run("fsck", "--strict", "--full")).isEmpty();
  }

  @Test
  void isNotSilentWhereTheBranchDoesNotMove() throws IOException {
    GitCommand git = GitCommand.bare(temp.resolve("held.git"));
    Files.createFile(git.directory().resolve("refs/heads/main.lock"));
    assertThatThrownBy(() -> git.commit("main", Map.of("a", "b")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LOCK_FAILURE");
  }

  private static String imported(GitCommand git, Map<String, String> files) {
    StringBuilder stream = new StringBuilder("commit refs/heads/main\n");
    stream.append("committer Test <test@example.dev> 1767225600 +0000\ndata 7\nfixture\n");
    if (git.has("main")) {
      stream.append("from refs/heads/main^0\n");
    }
    files.forEach((path, text) -> {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      stream.append("M 100644 inline ").append(path).append("\ndata ").append(length);
      stream.append('\n').append(text).append('\n');
    });
    git.feed(stream.append("done\n").toString(), "fast-import", "--quiet", "--done");
    return git.run("rev-parse", "main");
  }
}

package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.directory;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of one directory, checked by what Git itself makes of the result. */
class TreeEditorTest {
  @TempDir Path temp;

  private GitCommand repository() {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit(
        "main",
        new TreeMap<>(
            Map.of(
                "mayfly.yaml", "kind: PreviewPlatform\n",
                "previews/orders.md", "sorts before the directory orders/\n",
                "previews/orders/baseline/chart.yaml", "a\n",
                "previews/orders0/x", "sorts after it\n",
                "previews/orders/pr-8/preview.yaml", "eight\n")));
    return git;
  }

  private RemoteRepository open(GitCommand git) {
    return Deliveries.open(RemoteUrl.parse(git.directory().toString()), temp);
  }

  @Test
  void addsADirectoryWhereGitItselfWouldPutIt() {
    GitCommand git = repository();
    String before = git.run("ls-tree", "-r", "main");
    try (RemoteRepository remote = open(git)) {
      deliver(remote, overlay(7, "seven\n"));
    }
    assertThat(git.run("fsck", "--strict")).doesNotContain("error");
    assertThat(git.paths("main"))
        .contains("previews/orders/pr-7/namespace.yaml", "previews/orders/pr-7/preview.yaml");
    assertThat(git.run("ls-tree", "-r", "main").lines()).containsAll(before.lines().toList());
    assertThat(git.run("log", "--format=%an|%cI|%B", "-1", "main"))
        .isEqualTo("Mayfly|1970-01-01T00:00:01+00:00|Open a preview\n\nPreview: orders/pr-7");
  }

  @Test
  void replacesTheWholeDirectoryAndNothingElse() {
    GitCommand git = repository();
    git.commit("main", Map.of("previews/orders/pr-7/stale.yaml", "x\n"));
    try (RemoteRepository remote = open(git)) {
      deliver(remote, overlay(7, "seven\n"));
    }
    assertThat(git.run("diff", "--name-status", "main~1", "main"))
        .isEqualTo(
            """
            A\tpreviews/orders/pr-7/namespace.yaml
            A\tpreviews/orders/pr-7/preview.yaml
            D\tpreviews/orders/pr-7/stale.yaml\
            """);
  }

  @Test
  void removesTheDirectoryAndParentsThatBecameEmpty() {
    GitCommand git = repository();
    git.commit("main", Map.of("previews/lonely/pr-1/preview.yaml", "x\n"));
    try (RemoteRepository remote = open(git)) {
      deliver(remote, new TreeEdit.Remove(TreePath.of("previews/lonely/pr-1")));
      deliver(remote, new TreeEdit.Remove(directory(8)));
    }
    assertThat(git.run("ls-tree", "-d", "-r", "--name-only", "main"))
        .isEqualTo("previews\npreviews/orders\npreviews/orders/baseline\npreviews/orders0");
  }

  @Test
  void makesNoCommitWhereNothingChanges() {
    GitCommand git = repository();
    try (RemoteRepository remote = open(git)) {
      deliver(remote, overlay(7, "seven\n"));
      String tip = git.tip("main");
      assertThat(deliver(remote, overlay(7, "seven\n")))
          .isInstanceOf(CompareAndSwapLoop.Result.Unchanged.class);
      assertThat(deliver(remote, new TreeEdit.Remove(directory(9))))
          .isInstanceOf(CompareAndSwapLoop.Result.Unchanged.class);
      assertThat(git.tip("main")).isEqualTo(tip);
    }
  }

  @Test
  void givesTheSameCommitForTheSameInputs() {
    GitCommand git = repository();
    try (RemoteRepository one = open(git);
        RemoteRepository other = open(git)) {
      List<TreeEdit> edits = List.of(overlay(7, "seven\n"));
      assertThat(one.commit(one.require(MAIN), edits, Deliveries.text("Open")))
          .isEqualTo(other.commit(other.require(MAIN), edits, Deliveries.text("Open")))
          .isPresent();
    }
  }

  @Test
  void keepsOddNeighboursByteForByte() {
    GitCommand git = repository();
    String odd =
        "100664 blob " + git.feed("x", "hash-object", "-w", "--stdin") + "\tod\u00fc\u0301d";
    String link = "120000 blob " + git.feed("/etc", "hash-object", "-w", "--stdin") + "\tlink";
    String module = "160000 commit " + "1".repeat(40) + "\tmodule";
    String previews = git.run("ls-tree", "main");
    String tree =
        git.feed(previews + "\n" + odd + "\n" + link + "\n" + module + "\n", "mktree", "--missing");
    git.run("update-ref", "refs/heads/main", git.run("commit-tree", "-m", "odd", tree));
    String before = git.run("ls-tree", "main");
    try (RemoteRepository remote = open(git)) {
      deliver(remote, overlay(7, "seven\n"));
    }
    assertThat(git.run("ls-tree", "main").lines().filter(line -> !line.endsWith("\tpreviews")))
        .containsExactlyElementsOf(
            before.lines().filter(line -> !line.endsWith("\tpreviews")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "100644, previews/orders/pr-7, path-blocked, a file where",
    "120000, previews/orders/pr-7, path-blocked, a symbolic link where",
    "160000, previews/orders/pr-7, path-blocked, a submodule where",
    "120000, previews/orders, path-blocked, `previews/orders` is a symbolic link",
    "100644, previews/orders/PR-7/preview.yaml, case-twin, existing `PR-7`",
    "100644, Previews/other, case-twin, existing `Previews`",
    "100644, previews/order\u017f/x, case-twin, previews/orders",
    "120000, previews/orders/pr-7/link, foreign-entry, a symbolic link",
    "160000, previews/orders/pr-7/module, foreign-entry, a submodule",
    "100644, previews/orders/pr-7/sub/x, foreign-entry, a directory",
  })
  void refusesWhateverIsInTheWay(String mode, String path, String id, String words) {
    GitCommand git = repository();
    git.entry("main", mode, path, "../elsewhere");
    String tip = git.tip("main");
    try (RemoteRepository remote = open(git)) {
      for (TreeEdit edit : List.of(overlay(7, "x"), new TreeEdit.Remove(directory(7)))) {
        assertThatThrownBy(() -> deliver(remote, edit))
            .isInstanceOfSatisfying(
                ProblemsException.class,
                e -> {
                  assertThat(e.fault()).isEqualTo(Fault.REFUSED);
                  assertThat(e.problems().getFirst().id()).isEqualTo(id);
                  assertThat(e).hasMessageContaining(words);
                });
      }
    }
    assertThat(git.tip("main")).isEqualTo(tip);
  }
}

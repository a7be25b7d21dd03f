package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading trees that somebody made to hurt. */
class SnapshotTest {
  @TempDir Path temp;
  private GitCommand git;

  @BeforeEach
  void make() {
    git = GitCommand.bare(temp.resolve("app.git"));
    git.commit(
        "main",
        new TreeMap<>(Map.of("deploy/Chart.yaml", "name: x\n", "deploy/templates/a.yaml", "a\n")));
  }

  private interface Use {
    void of(Snapshot snapshot);
  }

  private void reading(Use use) {
    try (LocalRepository local = LocalRepository.around(git.directory()).orElseThrow()) {
      use.of(local.at("main").orElseThrow());
    }
  }

  private static void refused(String id, Use use, Snapshot snapshot) {
    assertThatThrownBy(() -> use.of(snapshot))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.REFUSED);
              assertThat(e.problems().getFirst().id()).isEqualTo(id);
              assertThat(e.getMessage().codePoints()).noneMatch(Character::isISOControl);
            });
  }

  @Test
  void walksADirectoryInOrder() {
    reading(main -> {
      assertThat(main.walk(TreePath.of("deploy"), WalkBudget.BUNDLE))
          .containsOnlyKeys(
              TreePath.of("deploy/Chart.yaml"), TreePath.of("deploy/templates/a.yaml"));
      assertThat(main.walk(TreePath.of("absent"), WalkBudget.BUNDLE)).isEmpty();
    });
  }

  @ParameterizedTest
  @CsvSource({
    "120000, deploy/link, not-a-file",
    "160000, deploy/module, not-a-file",
    "100644, deploy/chart.yaml, case-twin",
    "100644, deploy/con, unsafe-name",
    "100644, deploy/a:b, unsafe-name",
    "100644, deploy/git~1, unsafe-name",
    "100644, deploy/.g\u200cit, unsafe-name",
    "100644, deploy/\u202eevil, unsafe-name",
    "100644, deploy/trailing., unsafe-name",
  })
  void refusesWhatIsNotAPlainFile(String mode, String path, String id) {
    git.entry("main", mode, path, "../../etc/passwd");
    reading(main ->
        refused(id, snapshot -> snapshot.walk(TreePath.of("deploy"), WalkBudget.BUNDLE), main));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".git", ".GIT", "a\nb", "a\u001b[2Jb", "back\\slash"})
  void refusesNamesThatGitItselfWouldNotWrite(String name) {
    String blob = git.feed("x", "hash-object", "-w", "--stdin");
    String evil = git.feed("100644 blob " + blob + "\t" + name + "\0", "mktree", "-z");
    String root = git.feed("040000 tree " + evil + "\tdeploy\n", "mktree");
    git.run("update-ref", "refs/heads/main", git.run("commit-tree", "-m", "evil", root));
    reading(main ->
        refused(
            "unsafe-name",
            snapshot -> snapshot.walk(TreePath.of("deploy"), WalkBudget.BUNDLE),
            main));
  }

  @Test
  void stopsAtEachBudget() {
    reading(main -> {
      TreePath deploy = TreePath.of("deploy");
      assertThat(main.walk(deploy, new WalkBudget(3, 1, 8, 10))).hasSize(2);
      assertThat(main.read(TreePath.of("deploy/Chart.yaml"), 8)).isPresent();
      refused("too-many-entries", s -> s.walk(deploy, new WalkBudget(2, 9, 99, 99)), main);
      refused("tree-too-deep", s -> s.walk(deploy, new WalkBudget(9, 0, 99, 99)), main);
      refused("file-too-large", s -> s.walk(deploy, new WalkBudget(9, 9, 7, 99)), main);
      refused("tree-too-large", s -> s.walk(deploy, new WalkBudget(9, 9, 9, 9)), main);
      refused("file-too-large", s -> s.read(TreePath.of("deploy/Chart.yaml"), 7), main);
    });
  }

  @Test
  void readsFilesOnly() {
    git.entry("main", "120000", "link", "deploy/Chart.yaml");
    git.entry("main", "160000", "module", "");
    reading(main -> {
      refused("not-a-file", s -> s.read(TreePath.of("link"), 9), main);
      refused("not-a-file", s -> s.read(TreePath.of("module"), 9), main);
      refused("not-a-file", s -> s.read(TreePath.of("deploy"), 9), main);
      refused("path-blocked", s -> s.read(TreePath.of("link/below"), 9), main);
      refused("path-blocked", s -> s.list(TreePath.of("link")), main);
      assertThat(main.read(TreePath.of("absent/file"), 9)).isEmpty();
    });
  }

  @Test
  void stopsWhereATreeIsTooDeepForAnyPath() {
    String tree =
        git.feed(
            "100644 blob " + git.feed("x", "hash-object", "-w", "--stdin") + "\tx\n", "mktree");
    for (int i = 0; i < 80; i++) {
      tree = git.feed("040000 tree " + tree + "\td\n", "mktree");
    }
    git.run("update-ref", "refs/heads/main", git.run("commit-tree", "-m", "deep", tree));
    reading(main ->
        refused(
            "unsafe-name", s -> s.walk(TreePath.ROOT, new WalkBudget(9999, 9999, 99, 99)), main));
  }

  @Test
  void isSeenFromAFolderAndAsAWhole() {
    reading(snapshot -> {
      Snapshot deploy = snapshot.below(TreePath.of("deploy"));
      assertThat(deploy.folder()).isEqualTo(TreePath.of("deploy"));
      assertThat(deploy.read(TreePath.of("Chart.yaml"), 100)).isPresent();
      assertThat(deploy.whole().folder()).isEqualTo(TreePath.ROOT);
      assertThat(deploy.commit()).isEqualTo(snapshot.commit());
      assertThat(snapshot.message()).isNotBlank();
      snapshot.prepare(List.of(TreePath.of("deploy"), TreePath.of("none")));
    });
  }
}

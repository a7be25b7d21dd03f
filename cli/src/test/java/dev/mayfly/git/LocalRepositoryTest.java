package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading the repository a user stands in. */
class LocalRepositoryTest {
  @TempDir Path temp;
  private Path work;
  private GitCommand git;

  @BeforeEach
  void clone_() throws IOException {
    work = Files.createDirectories(temp.resolve("work"));
    git = GitCommand.in(work);
    git.run("init", "--quiet", "--initial-branch=main");
    git.commit("main", Map.of("mayfly.yaml", "committed\n", "previews/a/b", "1\n"));
    git.run("reset", "--hard", "--quiet");
  }

  @Test
  void isFoundFromAnyFolderBelowAndNotFromOutside() {
    try (LocalRepository found = LocalRepository.around(work.resolve("previews/a")).orElseThrow()) {
      assertThat(found.root()).isEqualTo(work);
    }
    assertThat(LocalRepository.around(temp)).isEmpty();
  }

  @Test
  void isFoundInALinkedWorktreeAndInABareRepository() {
    Path linked = temp.resolve("linked");
    git.run("worktree", "add", "--quiet", "-b", "side", linked.toString());
    try (LocalRepository found = LocalRepository.around(linked).orElseThrow()) {
      assertThat(found.root()).isEqualTo(linked);
      assertThat(found.at("main")).isPresent();
    }
    Path bare = temp.resolve("bare.git");
    git.run("clone", "--quiet", "--bare", ".", bare.toString());
    try (LocalRepository found = LocalRepository.around(bare).orElseThrow()) {
      assertThat(found.root()).isEqualTo(bare);
    }
  }

  @Test
  void readsWhatIsCommittedAndNotWhatLiesInTheFolder() throws IOException {
    Files.writeString(work.resolve("mayfly.yaml"), "edited\n");
    try (LocalRepository found = LocalRepository.around(work).orElseThrow()) {
      for (String revision : new String[] {"main", "HEAD", git.tip("main"), "refs/heads/main"}) {
        assertThat(found.at(revision).orElseThrow().read(TreePath.of("mayfly.yaml"), 100))
            .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("committed\n"));
      }
      for (String revision : new String[] {"mian", "", "a b", "main^{tree}", "@{-1", "--", "\n"}) {
        assertThat(found.at(revision)).as(revision).isEmpty();
      }
    }
  }

  @Test
  void knowsTheBranchesOfOrigin() {
    Path clone = temp.resolve("clone");
    git.run("clone", "--quiet", ".", clone.toString());
    git.commit("release", Map.of("x", "1"));
    GitCommand.in(clone).run("fetch", "--quiet");
    try (LocalRepository found = LocalRepository.around(clone).orElseThrow()) {
      assertThat(found.at("release")).isPresent();
    }
  }

  @Test
  void comparesTwoCommits() {
    CommitSha base = new CommitSha(git.tip("main"));
    git.run("update-ref", "refs/heads/side", "main");
    CommitSha head = new CommitSha(git.commit("side", Map.of("previews/a/b", "2\n")));
    CommitSha moved = new CommitSha(git.commit("main", Map.of("other", "1")));
    try (LocalRepository found = LocalRepository.around(work).orElseThrow()) {
      assertThat(found.changed(moved, head, 10))
          .isEqualTo(
              new ChangedPaths.Known(
                  base, new java.util.TreeSet<>(java.util.Set.of("previews/a/b"))));
    }
  }

  @Test
  void writesNothing() throws IOException {
    Map<String, FileTime> before = files();
    try (LocalRepository found = LocalRepository.around(work).orElseThrow()) {
      found.at("main").orElseThrow().walk(TreePath.ROOT, WalkBudget.BUNDLE);
    }
    assertThat(files()).isEqualTo(before);
  }

  private Map<String, FileTime> files() throws IOException {
    Map<String, FileTime> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(temp)) {
      for (Path path : paths.toList()) {
        found.put(path.toString(), Files.getLastModifiedTime(path));
      }
    }
    return found;
  }
}

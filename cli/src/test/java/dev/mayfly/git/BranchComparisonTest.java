package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.CommitSha;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a pull request, found by merge base over a real server. */
class BranchComparisonTest {
  @TempDir Path temp;
  private GitCommand git;
  private GitServer server;

  @BeforeEach
  void serve() {
    git = GitCommand.bare(temp.resolve("app.git"));
    git.commit("main", Map.of("a", "1", "b", "1", "dir/c", "1"));
    git.run("update-ref", "refs/heads/feature", "main");
    server = GitServer.serving(temp);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ChangedPaths compare(int limit) {
    try (RemoteRepository remote = Deliveries.open(server.url("app.git"), temp)) {
      return new BranchComparison(remote)
          .between(new CommitSha(git.tip("main")), new CommitSha(git.tip("feature")), limit);
    }
  }

  private void commits(String branch, int count) {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < count; i++) {
      stream.append("commit refs/heads/").append(branch).append('\n');
      stream.append("committer T <t@x> ").append(1_800_000_000L + i).append(" +0000\n");
      stream.append("data 1\nx\n");
      if (i == 0) {
        stream.append("from refs/heads/").append(branch).append("^0\n");
      }
      stream.append("M 100644 inline ").append(branch).append("/").append(i % 10).append('\n');
      stream.append("data ").append(Integer.toString(i).length()).append('\n').append(i);
      stream.append('\n');
    }
    git.feed(stream.append("done\n").toString(), "fast-import", "--quiet", "--done");
  }

  @Test
  void namesWhatTheBranchChangedAndNotWhatTheTargetDid() {
    String base = git.tip("main");
    git.commit("feature", Map.of("dir/c", "2", "new", "1"));
    git.commit("main", Map.of("a", "2"));
    assertThat(compare(100))
        .isInstanceOfSatisfying(
            ChangedPaths.Known.class,
            known -> {
              assertThat(known.paths()).containsExactly("dir/c", "new");
              assertThat(known.mergeBase().hex()).isEqualTo(base);
            });
  }

  @Test
  void goesAsDeepAsItMust() {
    commits("feature", 120);
    commits("main", 700);
    assertThat(compare(100))
        .isInstanceOfSatisfying(
            ChangedPaths.Known.class, known -> assertThat(known.paths()).hasSize(10));
  }

  @Test
  void fetchesNoFilesForIt() {
    git.commit("feature", Map.of("new", "1"));
    try (RemoteRepository remote = Deliveries.open(server.url("app.git"), temp)) {
      new BranchComparison(remote)
          .between(new CommitSha(git.tip("main")), new CommitSha(git.tip("feature")), 10);
      String blob = git.run("rev-parse", "feature:new");
      try {
        assertThat(
                remote
                    .objects()
                    .getObjectDatabase()
                    .has(org.eclipse.jgit.lib.ObjectId.fromString(blob)))
            .isFalse();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void trustsNoMergeBaseThatAShorterWayCouldHide() {
    // A merge makes an old commit of main reachable in two steps; the newest common one is far.
    String old = git.tip("main");
    commits("main", 80);
    git.run("update-ref", "refs/heads/feature", "main");
    commits("feature", 60);
    String tree = git.run("rev-parse", "feature^{tree}");
    String merge = git.run("commit-tree", "-p", "feature", "-p", old, "-m", "an odd merge", tree);
    git.run("update-ref", "refs/heads/feature", merge);
    String odd = git.run("commit-tree", "-p", "main", "-p", old, "-m", "another", "main^{tree}");
    String base = git.tip("main");
    git.run("update-ref", "refs/heads/main", odd);
    assertThat(compare(100))
        .isInstanceOfSatisfying(
            ChangedPaths.Known.class,
            known -> {
              assertThat(known.mergeBase().hex()).isEqualTo(base);
              assertThat(known.paths()).allMatch(path -> path.startsWith("feature/"));
            });
  }

  @Test
  void saysUnknownRatherThanNothing() {
    commits("feature", 20);
    assertThat(compare(3)).isInstanceOf(ChangedPaths.Unknown.class);
    git.run(
        "update-ref",
        "refs/heads/feature",
        git.run("commit-tree", "-m", "unrelated", git.run("rev-parse", "main^{tree}")));
    assertThat(compare(100)).isInstanceOf(ChangedPaths.Unknown.class);
    server.statuses = request -> 503;
    assertThat(compare(100)).isInstanceOf(ChangedPaths.Unknown.class);
  }

  @Test
  void saysUnknownWhereTheServerCannotLeaveFilesOut() {
    git.run("config", "uploadpack.allowFilter", "false");
    commits("feature", 120);
    assertThat(compare(100)).isInstanceOf(ChangedPaths.Unknown.class);
  }
}

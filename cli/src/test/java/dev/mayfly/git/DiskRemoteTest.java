package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CompareAndSwapLoop.Result;
import dev.mayfly.preview.CommitSha;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.CoreConfig;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading from and writing to a repository on this disk. */
class DiskRemoteTest {
  @TempDir Path temp;

  private GitCommand repository() {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n"));
    return git;
  }

  private RemoteRepository open(GitCommand git) {
    return Deliveries.open(RemoteUrl.parse("file://" + git.directory()), temp);
  }

  @Test
  void deliversAndLeavesNoRubbish() throws Exception {
    GitCommand git = repository();
    try (RemoteRepository remote = open(git)) {
      assertThat(deliver(remote, overlay(7, "x"))).isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.run("fsck", "--strict", "--unreachable")).isEmpty();
    try (Stream<Path> left = Files.list(temp)) {
      assertThat(left).containsExactly(git.directory());
    }
  }

  @Test
  void writesNothingWhenTheRaceIsLost() {
    GitCommand git = repository();
    try (RemoteRepository remote = open(git)) {
      Snapshot main = remote.require(MAIN);
      CommitSha ours =
          remote.commit(main, List.of(overlay(7, "x")), Deliveries.text("Open")).orElseThrow();
      git.commit("main", Map.of("other", "x"));
      assertThat(remote.push(List.of(RefChange.update(MAIN, main.commit(), ours))))
          .isEqualTo(new PushOutcome.LostRace(MAIN));
    }
    assertThat(git.run("fsck", "--strict", "--unreachable")).isEmpty();
  }

  @Test
  void refusesToGoPastAHookThatWouldDecide() {
    GitCommand git = repository();
    git.hook("pre-receive", "exit 1");
    try (RemoteRepository remote = open(git)) {
      assertThatThrownBy(() -> deliver(remote, overlay(7, "x")))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("`pre-receive` hook");
    }
    assertThat(git.run("rev-list", "--count", "main")).isEqualTo("1");
  }

  @Test
  void neverMovesABranchUnderneathACheckout() throws Exception {
    Path work = Files.createDirectory(temp.resolve("work"));
    GitCommand git = GitCommand.in(work);
    git.run("init", "--quiet", "--initial-branch=main");
    git.commit("main", Map.of("mayfly.yaml", "x\n"));
    git.run("reset", "--hard", "--quiet");
    try (RemoteRepository remote = open(git)) {
      assertThatThrownBy(() -> deliver(remote, overlay(7, "x")))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("checked out");
      Snapshot main = remote.require(MAIN);
      CommitSha ours =
          remote.commit(main, List.of(overlay(7, "x")), Deliveries.text("Open")).orElseThrow();
      RefName other = RefName.branch("mayfly/orders/pr-7");
      assertThat(remote.push(List.of(Deliveries.created(other, ours))))
          .isInstanceOf(PushOutcome.Landed.class);
    }
    assertThat(git.run("status", "--porcelain")).isEmpty();
  }

  @Test
  void movesSeveralRefsTogetherOrNotAtAll() {
    GitCommand git = repository();
    try (RemoteRepository remote = open(git)) {
      Snapshot main = remote.require(MAIN);
      CommitSha ours =
          remote.commit(main, List.of(overlay(7, "x")), Deliveries.text("Open")).orElseThrow();
      RefName branch = RefName.branch("mayfly/orders/pr-7");
      RefName slot = RefName.parse("refs/mayfly/slots/1").orElseThrow();
      List<RefChange> both =
          List.of(Deliveries.created(branch, ours), Deliveries.created(slot, ours));
      git.run("update-ref", slot.full(), "main");
      assertThat(remote.push(both)).isEqualTo(new PushOutcome.LostRace(slot));
      assertThat(remote.refs("refs/heads/mayfly/")).isEmpty();
      git.run("update-ref", "-d", slot.full());
      assertThat(remote.push(both)).isInstanceOf(PushOutcome.Landed.class);
      assertThat(remote.refs("refs/mayfly/")).containsOnlyKeys(slot);
    }
  }

  @Test
  void saysWhatIsNoRepository() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    Path sha256 = Files.createDirectory(temp.resolve("sha256.git"));
    GitCommand.in(sha256).run("init", "--quiet", "--bare", "--object-format=sha256");
    for (Path path : List.of(folder, temp.resolve("absent"), sha256)) {
      assertThatThrownBy(() -> Deliveries.open(RemoteUrl.parse(path.toString()), temp))
          .isInstanceOf(ProblemsException.class);
    }
  }

  /** What is borrowed is never in the repository's own packs: each look-up would list them. */
  @Test
  void listsNoPacksForEachObjectThatIsBorrowed() throws Exception {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n"));
    try (RemoteRepository remote =
        Deliveries.open(RemoteUrl.parse("file://" + git.directory()), temp)) {
      assertThat(remote.require(MAIN).find(TreePath.of("mayfly.yaml"))).isPresent();
      Repository scratch = remote.objects();
      assertThat(scratch.getConfig().get(CoreConfig.KEY).getTrustPackStat())
          .isEqualTo(CoreConfig.TrustStat.ALWAYS);
      assertThat(Files.getLastModifiedTime(scratch.getDirectory().toPath().resolve("objects/pack")))
          .isEqualTo(FileTime.fromMillis(0));
    }
  }
}

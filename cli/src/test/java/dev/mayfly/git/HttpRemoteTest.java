package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CompareAndSwapLoop.Result;
import dev.mayfly.preview.CommitSha;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading from and writing to {@code git http-backend}. */
class HttpRemoteTest {
  @TempDir Path temp;
  private GitCommand git;
  private GitServer server;

  @BeforeEach
  void serve() {
    git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit(
        "main",
        new TreeMap<>(
            Map.of(
                "mayfly.yaml", "kind: PreviewPlatform\n",
                "big.bin", "x".repeat(100_000),
                "previews/orders/pr-8/preview.yaml", "eight\n")));
    server = GitServer.serving(temp);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RemoteRepository open() {
    return Deliveries.open(server.url("gitops.git"), temp);
  }

  @Test
  void fetchesTreesFirstAndOnlyTheBlobsThatAreRead() throws Exception {
    try (RemoteRepository remote = open()) {
      Snapshot main = remote.require(MAIN);
      assertThat(main.commit()).isEqualTo(new CommitSha(git.tip("main")));
      assertThat(main.list(TreePath.of("previews/orders")))
          .extracting(TreeEntry::name)
          .containsExactly("pr-8");
      int asked = server.requests.size();
      assertThat(main.find(TreePath.of("previews/orders/pr-8/preview.yaml"))).isPresent();
      assertThat(server.requests).hasSize(asked);
      assertThat(
              main.readAll(
                  List.of(
                      TreePath.of("mayfly.yaml"), TreePath.of("previews/orders/pr-8/preview.yaml")),
                  1000))
          .hasSize(2)
          .extractingByKey(TreePath.of("mayfly.yaml"))
          .isEqualTo("kind: PreviewPlatform\n".getBytes(StandardCharsets.UTF_8));
      String big = git.run("rev-parse", "main:big.bin");
      assertThat(
              remote
                  .objects()
                  .getObjectDatabase()
                  .has(org.eclipse.jgit.lib.ObjectId.fromString(big)))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsFromServersWithoutFilters(boolean versionTwo) {
    git.run("config", "uploadpack.allowFilter", "false");
    server.versionTwo = versionTwo;
    try (RemoteRepository remote = open()) {
      assertThat(remote.require(MAIN).read(TreePath.of("mayfly.yaml"), 1000)).isPresent();
      assertThat(deliver(remote, overlay(7, "seven\n"))).isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.paths("main")).contains("previews/orders/pr-7/preview.yaml", "big.bin");
  }

  @Test
  void readsFromAnOldServerThatGivesOutNoSingleObject() {
    server.versionTwo = false;
    try (RemoteRepository remote = open()) {
      assertThat(remote.require(MAIN).read(TreePath.of("mayfly.yaml"), 1000)).isPresent();
    }
  }

  @Test
  void deliversUpdatesAndRemoves() {
    try (RemoteRepository remote = open()) {
      assertThat(deliver(remote, overlay(7, "seven\n"))).isInstanceOf(Result.Delivered.class);
      assertThat(deliver(remote, overlay(7, "seven again\n"))).isInstanceOf(Result.Delivered.class);
      assertThat(deliver(remote, new TreeEdit.Remove(Deliveries.directory(7))))
          .isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.run("rev-list", "--count", "main")).isEqualTo("4");
    assertThat(git.run("fsck", "--strict")).doesNotContain("error");
    assertThat(git.paths("main")).hasSize(3);
  }

  @Test
  void readsACommitByItsIdAlone() {
    String old = git.tip("main");
    git.commit("main", Map.of("later", "x"));
    try (RemoteRepository remote = open()) {
      Snapshot found = remote.fetch(new CommitSha(old));
      assertThat(found.find(TreePath.of("later"))).isEmpty();
      assertThatThrownBy(() -> remote.fetch(new CommitSha("1".repeat(40))))
          .isInstanceOfSatisfying(
              ProblemsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REMOTE));
    }
  }

  @Test
  void countsAnAnswerThatWasLostAsLanded() {
    boolean[] cut = {true};
    server.faults =
        request -> {
          boolean now = cut[0] && request.contains("POST") && request.contains("receive-pack");
          cut[0] &= !now;
          return now
              ? java.util.Optional.of(GitServer.Fault.CUT_AFTER)
              : java.util.Optional.empty();
        };
    try (RemoteRepository remote = open()) {
      assertThat(deliver(remote, overlay(7, "seven\n"))).isInstanceOf(Result.Delivered.class);
    }
    assertThat(cut[0]).isFalse();
    assertThat(git.run("rev-list", "--count", "main")).isEqualTo("2");
  }

  @Test
  void triesAgainWhenAConnectionIsCut() {
    int[] cuts = {0};
    server.faults =
        request -> {
          boolean now = request.startsWith("POST") && cuts[0]++ % 3 == 0;
          return now
              ? java.util.Optional.of(GitServer.Fault.CUT_BEFORE)
              : java.util.Optional.empty();
        };
    try (RemoteRepository remote = open()) {
      assertThat(deliver(remote, overlay(7, "seven\n"))).isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.run("rev-list", "--count", "main")).isEqualTo("2");
  }

  @Test
  void saysThatNobodyAnswers() {
    server.close();
    try (RemoteRepository remote = open()) {
      assertThatThrownBy(() -> remote.require(MAIN))
          .isInstanceOfSatisfying(
              ProblemsException.class,
              e -> assertThat(e.problems().getFirst().id()).isEqualTo("remote-unreachable"));
    }
  }

  @Test
  void decidesAnewWhenTheBranchMoved() {
    boolean[] moved = {false};
    server.beforePush =
        () -> {
          if (!moved[0]) {
            moved[0] = true;
            git.commit("main", Map.of("previews/orders/pr-9/preview.yaml", "nine\n"));
          }
        };
    int[] rounds = {0};
    try (RemoteRepository remote = open()) {
      Result result =
          new CompareAndSwapLoop(remote)
              .run(
                  MAIN,
                  found -> {
                    rounds[0]++;
                    return Decision.onto(
                        MAIN, found, List.of(overlay(7, "x")), Deliveries.text("Open"));
                  });
      assertThat(result)
          .isInstanceOfSatisfying(
              Result.Delivered.class, delivered -> assertThat(delivered.rounds()).isEqualTo(2));
    }
    assertThat(rounds[0]).isEqualTo(2);
    assertThat(git.paths("main"))
        .contains("previews/orders/pr-9/preview.yaml", "previews/orders/pr-7/preview.yaml");
  }

  @Test
  void findsItsWorkDoneWhenAnotherWriterDidTheSame() {
    server.beforePush =
        () -> {
          server.beforePush = () -> {};
          try (RemoteRepository other = open()) {
            deliver(other, overlay(7, "same\n"));
          }
        };
    try (RemoteRepository remote = open()) {
      deliver(remote, overlay(7, "same\n"));
    }
    assertThat(git.run("rev-list", "--count", "main")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre-receive", "update"})
  void reportsAProtectedBranchInTheServersWordsWithoutItsEscapes(String hook) {
    git.hook(hook, "printf 'branch is \\033[31mprotected\\033[0m\\n' >&2; exit 1");
    try (RemoteRepository remote = open()) {
      assertThatThrownBy(() -> deliver(remote, overlay(7, "x")))
          .isInstanceOfSatisfying(
              ProblemsException.class,
              e -> assertThat(e.problems().getFirst().id()).isEqualTo("push-refused"))
          .hasMessageContaining("protected")
          .hasMessageNotContaining("\u001b");
    }
  }

  @Test
  void waitsForASlowHook() {
    git.hook("pre-receive", "sleep 1");
    try (RemoteRepository remote = open()) {
      assertThat(deliver(remote, overlay(7, "x"))).isInstanceOf(Result.Delivered.class);
    }
  }

  @Test
  void tellsAConflictOfNamesFromALostRace() {
    git.run("update-ref", "refs/heads/mayfly", "main");
    try (RemoteRepository remote = open()) {
      Snapshot main = remote.require(MAIN);
      CommitSha commit =
          remote.commit(main, List.of(overlay(7, "x")), Deliveries.text("Open")).orElseThrow();
      RefChange below = RefChange.create(RefName.branch("mayfly/orders/pr-7"), commit);
      assertThat(remote.push(List.of(below))).isInstanceOf(PushOutcome.Refused.class);
    }
  }

  @Test
  void neverOverwritesABranchThatIsNotWhatItWas() {
    RefName branch = RefName.branch("mayfly/orders/pr-7");
    try (RemoteRepository remote = open()) {
      Snapshot main = remote.require(MAIN);
      CommitSha ours =
          remote.commit(main, List.of(overlay(7, "x")), Deliveries.text("Open")).orElseThrow();
      String foreign = git.commit("mayfly/orders/pr-7", Map.of("foreign", "x"));
      assertThat(remote.push(List.of(RefChange.create(branch, ours))))
          .isEqualTo(new PushOutcome.LostRace(branch));
      assertThat(remote.push(List.of(RefChange.delete(branch, main.commit()))))
          .isEqualTo(new PushOutcome.LostRace(branch));
      assertThat(git.tip("mayfly/orders/pr-7")).isEqualTo(foreign);
      CommitSha found = remote.refs("refs/heads/mayfly/").get(branch);
      assertThat(remote.push(List.of(RefChange.update(branch, found, ours))))
          .isInstanceOf(PushOutcome.Landed.class);
      assertThat(remote.push(List.of(RefChange.delete(branch, ours))))
          .isInstanceOf(PushOutcome.Landed.class);
      assertThat(remote.push(List.of(RefChange.delete(branch, ours))))
          .isInstanceOf(PushOutcome.Landed.class);
    }
    assertThat(git.run("for-each-ref", "refs/heads/mayfly/")).isEmpty();
  }

  @Test
  void movesSeveralRefsTogetherOrNotAtAll() {
    try (RemoteRepository remote = open()) {
      Snapshot main = remote.require(MAIN);
      CommitSha ours =
          remote.commit(main, List.of(overlay(7, "x")), Deliveries.text("Open")).orElseThrow();
      RefName branch = RefName.branch("mayfly/orders/pr-7");
      RefName slot = RefName.parse("refs/mayfly/slots/1").orElseThrow();
      git.run("update-ref", slot.full(), "main");
      List<RefChange> both = List.of(RefChange.create(branch, ours), RefChange.create(slot, ours));
      assertThat(remote.push(both)).isEqualTo(new PushOutcome.LostRace(slot));
      assertThat(git.run("for-each-ref", "refs/heads/mayfly/")).isEmpty();
      git.run("config", "receive.advertiseAtomic", "false");
      git.run("update-ref", "-d", slot.full());
      assertThat(remote.push(both)).isInstanceOf(PushOutcome.NotAtomic.class);
      assertThat(git.run("for-each-ref", "refs/heads/mayfly/")).isEmpty();
      git.run("config", "receive.advertiseAtomic", "true");
      assertThat(remote.push(both)).isInstanceOf(PushOutcome.Landed.class);
    }
    assertThat(git.tip("mayfly/orders/pr-7"))
        .isEqualTo(git.run("rev-parse", "refs/mayfly/slots/1"));
  }

  @Test
  void saysWhichBranchIsMissing() {
    try (RemoteRepository remote = open()) {
      assertThatThrownBy(() -> remote.require(RefName.branch("mian")))
          .isInstanceOfSatisfying(
              ProblemsException.class,
              e -> {
                assertThat(e.problems().getFirst().id()).isEqualTo("branch-missing");
                assertThat(e.problems().getFirst().hint()).contains("`main`");
              });
    }
  }

  @Test
  void saysThatARepositoryIsEmptyOrNotThere() {
    GitCommand.bare(temp.resolve("empty.git"));
    for (String name : List.of("empty.git", "absent.git")) {
      try (RemoteRepository remote = Deliveries.open(server.url(name), temp)) {
        assertThatThrownBy(() -> remote.require(MAIN))
            .isInstanceOfSatisfying(
                ProblemsException.class,
                e ->
                    assertThat(e.problems().getFirst().id())
                        .isEqualTo(
                            name.equals("empty.git") ? "repository-empty" : "repository-missing"));
      }
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    try (RemoteRepository remote = open()) {
      deliver(remote, overlay(7, "x"));
    }
    try (var left = Files.list(temp)) {
      assertThat(left).containsExactly(temp.resolve("gitops.git"));
    }
  }
}

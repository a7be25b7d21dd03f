package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CompareAndSwapLoop.Result;
import dev.mayfly.preview.CommitSha;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a push over HTTP comes to when the server, the network or another writer interferes. */
class HttpPushTest extends OverHttp {
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
  @Tag("slow")
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
          Deliveries.run(
              remote,
              found -> {
                rounds[0]++;
                return Deliveries.onto(found, overlay(7, "x"), "Open");
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
  @Tag("slow")
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
      RefChange below = Deliveries.created(RefName.branch("mayfly/orders/pr-7"), commit);
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
      assertThat(remote.push(List.of(Deliveries.created(branch, ours))))
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
      List<RefChange> both =
          List.of(Deliveries.created(branch, ours), Deliveries.created(slot, ours));
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
}

package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/** What most tests of this package deliver, and how. */
final class Deliveries {
  static final RefName MAIN = RefName.branch("main");

  private Deliveries() {}

  /** As patient as a run, but ten times as fast. */
  static Retry retry() {
    return new Retry(
        InstantSource.system(),
        new SplittableRandom(7),
        pause -> Thread.sleep(pause.dividedBy(10)),
        Duration.ofSeconds(60));
  }

  static RemoteAccess access() {
    return RemoteAccess.anonymous(InstantSource.system()).withSilence(Duration.ofSeconds(20));
  }

  static RemoteRepository open(RemoteUrl url, Path parent) {
    return RemoteRepository.open(url, access(), parent, retry());
  }

  static CommitText text(String subject) {
    LinkedHashMap<String, String> trailers = new LinkedHashMap<>();
    trailers.put("Preview", "orders/pr-7");
    return new CommitText(
        "Mayfly", "mayfly@example.dev", Instant.EPOCH.plusSeconds(1), subject, "", trailers);
  }

  static TreeEdit overlay(int number, String content) {
    return new TreeEdit.Replace(
        directory(number),
        new TreeMap<>(
            Map.of(
                "preview.yaml", content.getBytes(StandardCharsets.UTF_8),
                "namespace.yaml", "kind: Namespace\n".getBytes(StandardCharsets.UTF_8))));
  }

  static RefChange created(RefName ref, CommitSha wanted) {
    return new RefChange(ref, Optional.empty(), Optional.of(wanted));
  }

  static TreePath directory(int number) {
    return TreePath.of("previews/orders/pr-" + number);
  }

  /** The step that commits an edit, whatever it found. */
  static CompareAndSwapLoop.Step<Snapshot> onto(Snapshot found, TreeEdit edit, String subject) {
    Decision decision = Decision.onto(MAIN, found, List.of(edit), text(subject));
    return new CompareAndSwapLoop.Step<>(found, decision);
  }

  static CompareAndSwapLoop.Result deliver(RemoteRepository remote, TreeEdit edit) {
    return run(remote, found -> onto(found, edit, "Open a preview"));
  }

  static CompareAndSwapLoop.Result run(
      RemoteRepository remote, Function<Snapshot, CompareAndSwapLoop.Step<Snapshot>> decide) {
    return new CompareAndSwapLoop(remote)
        .run(remote.require(MAIN), () -> remote.require(MAIN), decide)
        .result();
  }
}

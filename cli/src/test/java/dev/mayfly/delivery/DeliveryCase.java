package dev.mayfly.delivery;

import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A platform in memory, and what is recorded of its preview of pull request 7. */
final class DeliveryCase {
  static final CommitSha HEAD = new CommitSha("a".repeat(40));
  static final CommitSha OTHER = new CommitSha("b".repeat(40));
  static final ImageDigest BUILT = new ImageDigest("sha256:" + "1".repeat(64));
  static final ImageDigest BEFORE = new ImageDigest("sha256:" + "2".repeat(64));

  private DeliveryCase() {}

  static YamlDraft draft() {
    return YamlDraft.example("primitives");
  }

  static Policy policy(YamlDraft draft) {
    return new Policy(PlatformLoader.load("mayfly.yaml", draft.bytes()), new Templates(Map.of()));
  }

  static App app(YamlDraft draft) {
    return policy(draft).platform().apps().getFirst();
  }

  static PreviewId id(String app, int number) {
    return new PreviewId(app, new PullRequestNumber(number));
  }

  static PullRequest pullRequest(CommitSha head) {
    PullRequest open = DiskDelivery.pullRequest(7, PullRequest.State.OPEN);
    return new PullRequest(open.repository(), open.number(), head, open.details());
  }

  static PreviewFacts facts(CommitSha head) {
    return new PreviewFacts(pullRequest(head), Map.of("app", BUILT), Optional.empty());
  }

  /** The folder as it is when an overlay is rendered from these facts. */
  static OverlayFolder folder(PreviewFacts facts) {
    Policy policy = policy(draft());
    Blueprint blueprint = policy.blueprint("orders").orElseThrow();
    SortedMap<String, byte[]> files = OverlayFolder.bytes(policy.overlay(blueprint).files(facts));
    return new OverlayFolder(files, new Recorded("primitives", "orders", "", facts));
  }
}

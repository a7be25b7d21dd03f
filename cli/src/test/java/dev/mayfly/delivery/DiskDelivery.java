package dev.mayfly.delivery;

import dev.mayfly.delivery.Sweep.Answer;
import dev.mayfly.delivery.Sweep.Judge;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.GitCommand;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A GitOps repository on this disk. Without a forge what is proposed stays proposed; a test may
 * give it one.
 */
final class DiskDelivery implements AutoCloseable {
  static final Judge STAYS = (policy, id, repository) -> new Answer.Stays(Optional.empty());
  static final Judge GOES = (policy, id, repository) -> new Answer.Goes("it is closed");
  static final Judge UNKNOWN =
      (policy, id, repository) ->
          new Answer.Unknown(Problem.error("not-said", null, "nothing is said of " + id));

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));

  final GitCommand git;
  final RemoteRepository remote;
  Proposals proposals = Proposals.NONE;
  private String app = "orders";
  private YamlDraft platform;

  private DiskDelivery(Path temp, YamlDraft platform) {
    this.platform = platform;
    git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", platform.text()));
    remote =
        RemoteRepository.open(
            RemoteUrl.parse("file://" + git.directory()),
            RemoteAccess.anonymous(CLOCK),
            temp,
            new Retry(CLOCK, new SplittableRandom(7), pause -> {}, Duration.ofSeconds(5)));
  }

  /** Changes are pushed. */
  static DiskDelivery pushing(Path temp) {
    return new DiskDelivery(temp, draft().with("spec.gitops.change", "push"));
  }

  /** Changes are proposed, removals too. */
  static DiskDelivery proposing(Path temp) {
    return new DiskDelivery(temp, draft());
  }

  /** Changes are pushed, of the apps {@code web} and {@code stock} of one environment. */
  static DiskDelivery ofEnvironment(Path temp) {
    DiskDelivery world =
        new DiskDelivery(
            temp,
            YamlDraft.example("shapes/environment")
                .with("spec.apps.0.repository", "acme/primitives")
                .with("spec.apps.1.repository", "acme/primitives")
                .with("spec.apps.0.paths", "['**']")
                .with("spec.apps.1.paths", "['**']"));
    world.app = "web";
    return world;
  }

  private static YamlDraft draft() {
    return YamlDraft.example("primitives").without("spec.capacity");
  }

  /** The platform is another from here on. */
  void edit(UnaryOperator<YamlDraft> change) {
    platform = change.apply(platform);
    git.commit("main", Map.of("mayfly.yaml", platform.text()));
  }

  Delivery delivery() {
    return delivery(false);
  }

  Delivery delivery(boolean dryRun) {
    return new Delivery(
        remote,
        RefName.branch("main"),
        Optional.empty(),
        new Message("Mayfly", "mayfly@example.dev", "test"),
        CLOCK,
        dryRun);
  }

  static PreviewId id(int number) {
    return new PreviewId("orders", new PullRequestNumber(number));
  }

  /** As it was when it was opened. */
  static PullRequest pullRequest(int number, State state) {
    RepositoryName repository = new RepositoryName("acme/primitives");
    return new PullRequest(
        repository,
        new PullRequestNumber(number),
        new CommitSha("2f22765d04931a078909145ca628d2264c852d7d"),
        new PullRequest.Details(
            state,
            false,
            "title",
            "ada",
            "change",
            "main",
            Optional.of(repository),
            Set.of("preview")));
  }

  static EventLookup lookup(int number, State state) {
    TreeSet<String> files = new TreeSet<>(Set.of("primitives/service/orders/main.go"));
    return new EventLookup(
        pullRequest(number, state), false, EventLookup.AppHistory.changing(files));
  }

  Opening.Delivered open(int number) {
    return opening(number, delivery(), false).run();
  }

  Opening opening(int number, Delivery delivery, boolean retry) {
    return new Opening(
        delivery,
        new PreviewSelection(Optional.of(app)),
        lookup(number, State.OPEN),
        new OverlaySources(
            (app, head) -> Map.of("app", new ImageDigest("sha256:" + "c".repeat(64))),
            OverlaySources.BackupSource.NONE,
            BundleRevisions.NONE,
            List.of()),
        proposals,
        retry);
  }

  Closing.Closed close(int number, State state, boolean asked) {
    return new Closing(
            delivery(),
            new PreviewSelection(Optional.of(app)),
            lookup(number, state),
            asked,
            proposals)
        .run(delivery().view());
  }

  SweepPlan plan(Judge judge, PreviewId... retries) {
    return new SweepPlan(
        delivery(), proposals, judge, delivery().view(), Set.of(retries), BundleMoves.NONE);
  }

  /** What people merge. */
  void merge(String branch) {
    git.run("update-ref", "refs/heads/main", "refs/heads/" + branch);
  }

  List<String> branches() {
    return git.run("for-each-ref", "--format=%(refname)").lines().toList();
  }

  @Override
  public void close() {
    remote.close();
  }
}

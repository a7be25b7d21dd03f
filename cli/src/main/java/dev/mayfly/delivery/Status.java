package dev.mayfly.delivery;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.manifest.ExtraShares;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The previews of a platform at one moment.
 *
 * @param health who was asked how they fare
 * @param places how many places of the limit they take
 * @param problems records that could not be read; their previews are listed all the same
 * @param unasked why something is not known that others could have said
 */
public record Status(
    String platform,
    List<Preview> previews,
    HealthSource.Witness health,
    int places,
    int limit,
    List<Use> capacity,
    List<Problem> problems,
    List<Problem> unasked) {

  /** Whether any preview has its bundle from another repository or a registry. */
  public boolean namesBundles() {
    return previews.stream().anyMatch(preview -> preview.bundle().isPresent());
  }

  /**
   * One preview; what its record does not say is empty.
   *
   * @param environment what it shares its place with; empty where it has one alone
   * @param source the pull request as recorded: at this commit the preview was delivered
   * @param link where people look at the pull request
   * @param expiresAt when it goes if nobody touches its pull request
   * @param requests what it asks the cluster for, as far as that is known
   */
  public record Preview(
      PreviewId id,
      Optional<String> environment,
      PreviewStatus status,
      Optional<PullRequest> source,
      Optional<String> link,
      Optional<Instant> openedAt,
      Optional<Instant> expiresAt,
      Amounts requests,
      Optional<String> url,
      Optional<BundleStand> bundle) {
    public Optional<CommitSha> headSha() {
      return source.map(PullRequest::headSha);
    }
  }

  /**
   * How much of a resource all previews request, and how much there is.
   *
   * @param limit what they may use before they are stopped, as far as it is known
   */
  public record Use(String resource, Quantity used, Quantity limit, Quantity capacity) {}

  /**
   * All previews, and how much of limit and capacity they use: by Git, and by whoever else is
   * asked.
   *
   * @param facts what is known of the cluster, which must have the platform's admission policies
   * @param asked who is asked besides Git, where the policy is this
   * @throws ProblemsException (configuration) where Git knows none because a generator makes them
   */
  public static Status read(
      Delivery delivery, Optional<ClusterFacts> facts, Function<Policy, StatusSources> asked) {
    GitOpsView view = delivery.view();
    Policy policy = view.policy();
    Platform platform = policy.platform();
    if (view.holders().isEmpty()) {
      GeneratorRefusals.requireOverlays(platform, GeneratorRefusals.LIST);
    }
    List<Problem> problems = new ArrayList<>();
    facts.ifPresent(known -> problems.addAll(PolicyInCluster.problems(policy, known)));
    StatusSources sources = asked.apply(policy);
    List<PreviewId> ids = byPlace(policy, view);
    PreviewStatuses statuses = PreviewStatuses.of(delivery, view, ids, sources, problems);
    BundleStands stands = new BundleStands(sources.revisions());
    Map<String, Amounts> requests = new HashMap<>();
    List<Preview> previews =
        ids.stream().map(id -> preview(id, policy, statuses, stands, requests)).toList();
    List<Problem> unasked = new ArrayList<>(statuses.unknown());
    unasked.addAll(stands.unasked());
    return new Status(
        platform.name(),
        previews,
        sources.health().witness(),
        platform.places(view.holders()).size(),
        platform.admission().limit(),
        capacity(policy, view),
        problems,
        unasked);
  }

  /** What shares an environment stands together; the environment itself is no preview. */
  private static List<PreviewId> byPlace(Policy policy, GitOpsView view) {
    return view.holders().stream()
        .filter(id -> !EnvironmentFolder.isOne(policy, id))
        .sorted(
            Comparator.comparing((PreviewId id) -> policy.platform().place(id))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static Preview preview(
      PreviewId id,
      Policy policy,
      PreviewStatuses statuses,
      BundleStands stands,
      Map<String, Amounts> requests) {
    Optional<App> app = policy.platform().app(id.app());
    Optional<Recorded> record = Optional.ofNullable(statuses.records().get(id));
    Optional<PullRequest> source = record.map(it -> it.facts().pullRequest());
    return new Preview(
        id,
        app.flatMap(App::environment),
        statuses.statuses().getOrDefault(id, PreviewStatus.of(PreviewState.UNREADABLE)),
        source,
        source.flatMap(it -> policy.platform().forge().page(it.repository(), it.number())),
        record.flatMap(r -> r.facts().openedAt()),
        source.flatMap(it -> statuses.heads().expiry(it, policy.platform().admission().expiry())),
        app.map(it -> requests(it, policy, requests)).orElse(Amounts.NONE),
        policy.url(id),
        app.flatMap(it -> stands.of(it, record.flatMap(r -> r.facts().bundle()))));
  }

  private static Amounts requests(App app, Policy policy, Map<String, Amounts> known) {
    return known.computeIfAbsent(
        app.name(), name -> ExtraShares.of(policy.platform(), policy.templates(), app).total());
  }

  private static List<Use> capacity(Policy policy, GitOpsView view) {
    Platform platform = policy.platform();
    Amounts used = CapacityUse.of(platform, policy.templates(), view.holders());
    List<Use> uses = new ArrayList<>();
    for (String resource : CapacityUse.RESOURCES) {
      platform
          .capacity()
          .of(resource)
          .map(Quantity::parse)
          .ifPresent(capacity ->
              uses.add(new Use(resource, used.request(resource), used.limit(resource), capacity)));
    }
    return uses;
  }
}

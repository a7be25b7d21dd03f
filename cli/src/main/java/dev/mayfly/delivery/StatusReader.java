package dev.mayfly.delivery;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.admission.Places;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.manifest.ExtraShares;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is known of the previews of a platform: by Git, and by whoever else is asked. */
public final class StatusReader {
  private final Policy policy;
  private final PreviewStatuses statuses;
  private final BundleStands stands;
  private final Map<String, Amounts> requests = new HashMap<>();

  private StatusReader(Policy policy, PreviewStatuses statuses, BundleStands stands) {
    this.policy = policy;
    this.statuses = statuses;
    this.stands = stands;
  }

  /**
   * All previews, and how much of limit and capacity they use.
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
      OverlayQueries.requireOverlays(platform, OverlayQueries.GENERATOR_LIST);
    }
    List<Problem> problems = new ArrayList<>();
    facts.ifPresent(known -> problems.addAll(PolicyInCluster.problems(policy, known)));
    StatusSources sources = asked.apply(policy);
    List<PreviewId> ids = byPlace(policy, view);
    PreviewStatuses statuses = PreviewStatuses.of(delivery, policy, view, ids, sources, problems);
    BundleStands stands = new BundleStands(sources.revisions());
    StatusReader reader = new StatusReader(policy, statuses, stands);
    List<Status.Preview> previews = ids.stream().map(reader::preview).toList();
    List<Problem> unasked = new ArrayList<>(statuses.unknown());
    unasked.addAll(stands.unasked());
    return new Status(
        platform.name(),
        previews,
        sources.health().name(),
        Places.of(platform, view.holders()).size(),
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
            Comparator.comparing((PreviewId id) -> Places.of(policy.platform(), id))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private Status.Preview preview(PreviewId id) {
    Optional<App> app = policy.platform().app(id.app());
    Optional<Recorded> record = Optional.ofNullable(statuses.records().get(id));
    Optional<PullRequest> source = statuses.source(id);
    return new Status.Preview(
        id,
        app.flatMap(App::environment),
        statuses.statuses().getOrDefault(id, PreviewStatus.of(PreviewState.UNREADABLE)),
        source,
        source.flatMap(it -> policy.platform().forge().page(it.repository(), it.number())),
        record.flatMap(r -> r.facts().openedAt()),
        source.flatMap(it -> statuses.heads().expiry(it, policy.platform().admission().expiry())),
        app.map(this::requests).orElse(Amounts.NONE),
        policy.url(id),
        app.flatMap(it -> stands.of(it, record.flatMap(r -> r.facts().bundle()))));
  }

  private Amounts requests(App app) {
    return requests.computeIfAbsent(
        app.name(), name -> ExtraShares.of(policy.platform(), policy.templates(), app).total());
  }

  private static List<Status.Use> capacity(Policy policy, GitOpsView view) {
    Platform platform = policy.platform();
    Amounts used = CapacityUse.of(platform, policy.templates(), view.holders());
    List<Status.Use> uses = new ArrayList<>();
    for (String resource : CapacityUse.RESOURCES) {
      platform
          .capacity()
          .of(resource)
          .map(Quantity::parse)
          .ifPresent(capacity ->
              uses.add(
                  new Status.Use(
                      resource, used.request(resource), used.limit(resource), capacity)));
    }
    return uses;
  }
}

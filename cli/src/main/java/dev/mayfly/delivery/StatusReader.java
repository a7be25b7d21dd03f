package dev.mayfly.delivery;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.admission.Places;
import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.PreviewFolders;
import dev.mayfly.manifest.RecordReader;
import dev.mayfly.manifest.RecordReader.Recorded;
import dev.mayfly.platform.Amounts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.Quantity;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.yaml.Budget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What Git alone knows of the previews of a platform. */
public final class StatusReader {
  private StatusReader() {}

  /**
   * All previews, and how much of limit and capacity they use.
   *
   * @param facts what is known of the cluster, which must have the platform's admission policies
   * @param revisions of whom to ask whether the bundles of a platform have moved; of nobody if
   *     empty
   */
  public static Status read(
      Delivery desk,
      Optional<ClusterFacts> facts,
      Function<Platform, Optional<BundleRevisions>> revisions) {
    Snapshot found = desk.remote().require(desk.branch());
    Policy policy = desk.policy(found);
    GitOpsView view = GitOpsView.read(desk.remote(), found);
    List<Problem> problems = new ArrayList<>();
    facts.ifPresent(known -> problems.addAll(PolicyInCluster.problems(policy, known)));
    SortedMap<PreviewId, Recorded> merged = records(found, view, problems);
    BundleStands stands = new BundleStands(revisions.apply(policy.platform()));
    List<Status.Preview> previews = new ArrayList<>();
    for (PreviewId id : byPlace(policy, view)) {
      Optional<Recorded> record = Optional.ofNullable(merged.get(id));
      Optional<CommitSha> branch = view.branch(id);
      boolean there = view.overlays().contains(id);
      boolean removal = branch.isPresent() && there && isGone(desk.remote(), id, branch);
      previews.add(
          preview(
              policy,
              stands,
              id,
              record.or(() -> branch.flatMap(tip -> proposed(desk.remote(), id, tip, problems))),
              there
                  ? removal ? Status.State.WAITS_FOR_REMOVAL : Status.State.MERGED
                  : Status.State.WAITS_FOR_MERGE));
    }
    return new Status(
        policy.platform().name(),
        previews,
        Places.of(policy.platform(), view.holders()).size(),
        policy.platform().admission().limit(),
        capacity(policy, view),
        problems,
        stands.unasked());
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

  /** What all previews are recorded to be made from: on the branch, and where one would change. */
  static List<Recorded> recorded(RemoteRepository remote, GitOpsView view, List<Problem> problems) {
    List<Recorded> all = new ArrayList<>(records(view.snapshot(), view, problems).values());
    view.branches().forEach((id, tip) -> proposed(remote, id, tip, problems).ifPresent(all::add));
    return all;
  }

  private static SortedMap<PreviewId, Recorded> records(
      Snapshot found, GitOpsView view, List<Problem> problems) {
    Map<TreePath, PreviewId> paths = new TreeMap<>();
    view.overlays().forEach(id -> paths.put(record(id), id));
    SortedMap<PreviewId, Recorded> records = new TreeMap<>();
    try {
      found
          .readAll(paths.keySet(), Budget.UNTRUSTED.bytes())
          .forEach(
              (path, bytes) ->
                  read(path, bytes, problems).ifPresent(r -> records.put(paths.get(path), r)));
    } catch (ProblemsException e) {
      if (e.fault() == Fault.REMOTE) {
        throw e;
      }
      // One of them is a link or too large; the others count as before.
      paths.forEach((path, id) -> read(found, path, problems).ifPresent(r -> records.put(id, r)));
    }
    return records;
  }

  private static Optional<Recorded> read(Snapshot at, TreePath path, List<Problem> problems) {
    try {
      return at.read(path, Budget.UNTRUSTED.bytes()).flatMap(bytes -> read(path, bytes, problems));
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Optional<Recorded> read(TreePath path, byte[] bytes, List<Problem> problems) {
    try {
      return Optional.of(RecordReader.read(path.toString(), bytes));
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Optional<Recorded> proposed(
      RemoteRepository remote, PreviewId id, CommitSha tip, List<Problem> problems) {
    return read(remote.fetch(tip), record(id), problems);
  }

  private static boolean isGone(RemoteRepository remote, PreviewId id, Optional<CommitSha> tip) {
    return !GitOpsView.overlays(remote.fetch(tip.orElseThrow())).contains(id);
  }

  private static TreePath record(PreviewId id) {
    return TreePath.of(OverlayFolder.path(id) + "/" + PreviewFolders.RECORD);
  }

  private static Status.Preview preview(
      Policy policy,
      BundleStands stands,
      PreviewId id,
      Optional<Recorded> record,
      Status.State state) {
    Optional<App> app = policy.platform().app(id.app());
    Optional<String> url =
        policy
            .blueprint(id.app())
            .flatMap(Blueprint::url)
            .map(text -> PreviewTexts.bound(text, id.number()));
    return new Status.Preview(
        id,
        app.flatMap(App::environment),
        state,
        record.map(r -> r.facts().pullRequest().headSha()),
        record.flatMap(r -> r.facts().openedAt()),
        url,
        app.flatMap(it -> stands.of(it, record.flatMap(r -> r.facts().bundle()))));
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
          .ifPresent(
              capacity ->
                  uses.add(
                      new Status.Use(
                          resource, used.request(resource), used.limit(resource), capacity)));
    }
    return uses;
  }
}

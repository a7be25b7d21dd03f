package dev.mayfly.adopt;

import dev.mayfly.admission.Candidate;
import dev.mayfly.admission.Gate.Outcome;
import dev.mayfly.admission.Verdict;
import dev.mayfly.argocd.ApplicationSetSimulation;
import dev.mayfly.argocd.GeneratedApplication;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.argocd.GeneratorPullRequest;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.SamplePreview;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.App;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the hand-written sets and the platform make of the same pull requests, both by simulation.
 *
 * @param left how many pull requests were not looked at
 */
public record Comparison(List<Pair> pairs, int left) {
  /** More than these tell nothing new. */
  private static final int MOST = 200;

  /**
   * One app of one pull request.
   *
   * @param refused why it has no preview any more; empty where it has one
   */
  public record Pair(
      PullRequest pull,
      String app,
      Optional<GeneratedApplication> before,
      Optional<GeneratedApplication> after,
      String refused) {}

  /** Compares; empty where the file cannot be tried. */
  public static Optional<Comparison> of(
      Adopted adopted,
      List<GeneratorPullRequest> pulls,
      Optional<Map<String, Optional<byte[]>>> files) {
    return adopted.tried().map(loaded -> of(adopted, loaded, pulls, files));
  }

  private static Comparison of(
      Adopted adopted,
      LoadedPlatform loaded,
      List<GeneratorPullRequest> pulls,
      Optional<Map<String, Optional<byte[]>>> files) {
    SortedMap<String, String> set =
        PlatformSet.files(loaded, LivePreviews.NONE, Templates.bundled());
    Map<String, Node> rendered = new HashMap<>();
    for (App app : loaded.platform().apps()) {
      rendered.put(app.name(), node(set, "platform/application-set-" + app.name() + ".yaml"));
    }
    List<Pair> pairs = new ArrayList<>();
    for (GeneratorPullRequest listed : pulls.stream().limit(MOST).toList()) {
      GeneratorPullRequest own = ofItself(listed);
      int next = 0;
      for (HandWritten hand : adopted.sets()) {
        GeneratorInputs inputs = new GeneratorInputs(Optional.of(List.of(own)), files);
        List<GeneratedApplication> before =
            ApplicationSetSimulation.run(hand.set(), inputs).applications();
        for (int i = 0; i < hand.applications().size(); i++) {
          App app = loaded.platform().app(adopted.apps().get(next++).name).orElseThrow();
          if (app.repository().equals(own.pull().repository())) {
            Optional<GeneratedApplication> old =
                i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
            pairs.add(pair(loaded, app, own.pull(), old, rendered));
          }
        }
      }
    }
    return new Comparison(List.copyOf(pairs), Math.max(0, pulls.size() - MOST));
  }

  /** Where nothing says whose branch it is, it is the repository's own. */
  private static GeneratorPullRequest ofItself(GeneratorPullRequest listed) {
    PullRequest pull = listed.pull();
    Optional<RepositoryName> head =
        pull.details().headRepository().or(() -> Optional.of(pull.repository()));
    PullRequest.Details details = pull.details().from(head);
    return new GeneratorPullRequest(
        new PullRequest(pull.repository(), pull.number(), pull.headSha(), details),
        listed.labels());
  }

  private static Pair pair(
      LoadedPlatform loaded,
      App app,
      PullRequest pull,
      Optional<GeneratedApplication> before,
      Map<String, Node> rendered) {
    Candidate candidate =
        new Candidate(
            loaded.platform(),
            Templates.bundled(),
            app,
            pull,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeSet<>());
    String refused =
        Verdict.of(candidate).findings().stream()
            .filter(finding -> finding.answer().outcome() == Outcome.REFUSE)
            .map(finding -> finding.answer().reason())
            .collect(Collectors.joining("; "));
    if (!refused.isEmpty()) {
      return new Pair(pull, app.name(), before, Optional.empty(), refused);
    }
    PreviewTree tree =
        new PreviewTree(loaded, Templates.bundled())
            .add(app.name(), SamplePreview.facts(app, pull));
    Map<String, Optional<byte[]>> files = new TreeMap<>();
    tree.files()
        .forEach(
            (path, text) -> files.put(path, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
    GeneratorInputs inputs = new GeneratorInputs(Optional.empty(), Optional.of(files));
    Node set = Objects.requireNonNull(rendered.get(app.name()));
    Optional<GeneratedApplication> after =
        ApplicationSetSimulation.run(set, inputs).applications().stream().findFirst();
    return new Pair(pull, app.name(), before, after, "");
  }

  private static Node node(SortedMap<String, String> files, String path) {
    byte[] text = String.valueOf(files.get(path)).getBytes(StandardCharsets.UTF_8);
    return new YamlReader(Budget.LINT).read(path, text).single(Fault.RENDERING);
  }
}

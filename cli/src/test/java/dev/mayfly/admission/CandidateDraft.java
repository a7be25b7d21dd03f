package dev.mayfly.admission;

import dev.mayfly.forge.LabelTiming;
import dev.mayfly.forge.RepositoryAccess;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.Details;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Pull request 7 of an app that every gate lets in, until a test changes one thing of it. */
final class CandidateDraft {
  YamlDraft platform;
  private final String app;
  PullRequest.State state = PullRequest.State.OPEN;
  boolean isDraft;
  String author = "ada";
  String target = "main";
  Optional<RepositoryName> head;
  Set<String> labels = Set.of("preview");
  boolean byHand;
  Optional<SortedSet<String>> files;
  Optional<Duration> idle = Optional.of(Duration.ZERO);
  Optional<RepositoryAccess> access = Optional.empty();
  Optional<LabelTiming.Age> labelAge = Optional.empty();
  Optional<Membership> membership = Optional.empty();
  final SortedSet<PreviewId> holders = new TreeSet<>();

  private CandidateDraft(YamlDraft platform, String app, String repository, String file) {
    this.platform = platform;
    this.app = app;
    head = RepositoryName.parse(repository);
    files = Optional.of(new TreeSet<>(Set.of(file)));
  }

  /** Of the app {@code orders}, which is alone. */
  static CandidateDraft alone() {
    return new CandidateDraft(
        YamlDraft.example("primitives").with("spec.forge.kind", "github"),
        "orders",
        "acme/primitives",
        "primitives/service/orders/deploy/a.yaml");
  }

  /** Of the app {@code web}, which shares an environment with {@code stock}. */
  static CandidateDraft ofEnvironment() {
    return new CandidateDraft(
        YamlDraft.example("shapes/environment"), "web", "acme/market", "common/a.txt");
  }

  CandidateDraft with(String path, String yaml) {
    platform = platform.with(path, yaml);
    return this;
  }

  /** Others hold a place: {@code orders#1}. */
  CandidateDraft held(String... ids) {
    for (String id : ids) {
      holders.add(PreviewId.parse(id).orElseThrow());
    }
    return this;
  }

  CandidateDraft members(Set<String> ofAuthor, Set<String> ofForkOwner) {
    membership = Optional.of(new Membership(ofAuthor, ofForkOwner));
    return this;
  }

  CandidateDraft from(String repository) {
    head = RepositoryName.parse(repository);
    return this;
  }

  Candidate candidate() {
    Platform loaded = PlatformLoader.load("mayfly.yaml", platform.bytes()).platform();
    Details details = new Details(state, isDraft, "title", author, "branch", target, head, labels);
    return new Candidate(
        loaded,
        new Templates(Map.of()),
        loaded.app(app).orElseThrow(),
        new PullRequest(
            loaded.app(app).orElseThrow().repository(),
            new PullRequestNumber(7),
            new CommitSha("2f22765d04931a078909145ca628d2264c852d7d"),
            details),
        byHand,
        files,
        idle,
        access,
        labelAge,
        membership,
        holders);
  }

  /** What a gate answers: {@code PASS its labels are right}. */
  String at(String gate) {
    Gate.Answer answer =
        Gates.ALL.stream()
            .filter(it -> it.name().equals(gate))
            .findFirst()
            .orElseThrow()
            .gate()
            .check(candidate());
    return answer.outcome() + " " + answer.reason();
  }
}

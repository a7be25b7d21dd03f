package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.Notation;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Syntax;
import dev.mayfly.yaml.YamlReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A preview as {@code preview.yaml} recorded it.
 *
 * @param rendering the mark of its rendering
 * @param facts those that its overlay was rendered from
 */
public record Recorded(String platform, String app, String rendering, PreviewFacts facts) {
  private static final YamlReader READER = new YamlReader(Budget.UNTRUSTED);
  private static final Syntax KIND = Syntax.of("Preview", "`Preview`");
  private static final Syntax LABEL =
      Syntax.of("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "a DNS label");
  private static final Syntax NUMBER =
      Syntax.of("[1-9][0-9]{0,9}", "a pull request number in quotes");
  private static final Syntax IMAGE = Syntax.of("[a-z0-9._:/-]{1,255}", "an image name");
  private static final Syntax ATTEMPT =
      Syntax.of("[2-9]|[1-9][0-9]{1,2}", "a number from 2 to 999 in quotes");
  private static final Syntax NOTE = Syntax.of("[^\\p{Cc}]{0,256}", "one line of text");
  private static final CommitSha NO_COMMIT = new CommitSha("0".repeat(40));
  private static final RepositoryName NO_REPOSITORY = new RepositoryName("owner/name");

  /**
   * Reads a record strictly.
   *
   * @throws ProblemsException (rendering) with every problem found
   */
  public static Recorded read(String path, byte[] bytes) {
    Node document = READER.read(path, bytes).single(Fault.RENDERING);
    Problems problems = new Problems();
    Recorded recorded;
    try (Fields root = new Fields(document, problems)) {
      root.text("apiVersion", Notation.API_VERSION);
      root.text("kind", KIND);
      Map<String, String> notes = root.requiredMap("metadata", Recorded::notes);
      recorded = root.requiredMap("spec", spec -> read(spec, notes));
    }
    problems.throwIfAny(Fault.RENDERING);
    return recorded;
  }

  private static Map<String, String> notes(Fields metadata) {
    metadata.text("name", LABEL);
    return metadata.textMap("annotations", NOTE, NOTE);
  }

  private static Recorded read(Fields spec, Map<String, String> notes) {
    String platform = spec.text("platform", LABEL);
    String app = spec.text("app", LABEL);
    PullRequest pullRequest = spec.requiredMap("pr", pr -> pullRequest(pr, notes));
    int attempt =
        spec.optionalText("attempt", ATTEMPT)
            .filter(ATTEMPT::matches)
            .map(Integer::valueOf)
            .orElse(1);
    PreviewFacts facts =
        new PreviewFacts(
            pullRequest,
            digests(spec),
            spec.mapOrEmpty("database", it -> it.optionalText("backup", LABEL)),
            spec.map("bundle", Recorded::bundle),
            openedAt(notes),
            attempt);
    return new Recorded(platform, app, notes.getOrDefault("mayfly.dev/rendering", ""), facts);
  }

  private static PullRequest pullRequest(Fields pr, Map<String, String> notes) {
    String written = pr.text("number", NUMBER);
    Optional<PullRequestNumber> number = PullRequestNumber.parse(written);
    if (NUMBER.matches(written) && number.isEmpty()) {
      wrong(pr, "number", "`" + written + "` is not a pull request number: at most 2147483647");
    }
    CommitSha sha = commit(pr, "headSha");
    String name = pr.text("repository", Notation.REPOSITORY);
    Optional<RepositoryName> repository = RepositoryName.parse(name);
    if (Notation.REPOSITORY.matches(name) && repository.isEmpty()) {
      wrong(pr, "repository", "`" + name + "` is not " + Notation.REPOSITORY.description());
    }
    return new PullRequest(
        repository.orElse(NO_REPOSITORY),
        number.orElse(PullRequestNumber.LARGEST),
        sha,
        new PullRequest.Details(
            PullRequest.State.OPEN,
            false,
            notes.getOrDefault("mayfly.dev/title", ""),
            notes.getOrDefault("mayfly.dev/author", ""),
            notes.getOrDefault("mayfly.dev/branch", ""),
            "",
            Optional.empty(),
            Set.of()));
  }

  private static void wrong(Fields fields, String key, String message) {
    fields.error("wrong-syntax", key, message, "");
  }

  private static BundlePin bundle(Fields bundle) {
    CommitSha revision = commit(bundle, "revision");
    return new BundlePin(
        bundle.text("repository", Syntaxes.GIT_URL),
        bundle.text("ref", BundleSyntaxes.REVISION),
        revision);
  }

  private static CommitSha commit(Fields fields, String key) {
    return CommitSha.parse(fields.text(key, Notation.SHA)).orElse(NO_COMMIT);
  }

  private static Map<String, ImageDigest> digests(Fields spec) {
    Map<String, ImageDigest> digests = new TreeMap<>();
    for (MapNode.Entry entry : spec.freeMap("images").map(MapNode::entries).orElse(List.of())) {
      spec.whole(entry.value(), Recorded::digest)
          .ifPresent(digest -> digests.put(entry.key().text(), digest));
    }
    return digests;
  }

  private static Optional<ImageDigest> digest(Fields image) {
    image.text("name", IMAGE);
    return ImageDigest.parse(image.text("digest", Notation.DIGEST));
  }

  private static Optional<Instant> openedAt(Map<String, String> notes) {
    try {
      return Optional.ofNullable(notes.get("mayfly.dev/opened-at")).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

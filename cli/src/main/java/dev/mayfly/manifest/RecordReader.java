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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code preview.yaml} back into the facts that an overlay was rendered from. */
public final class RecordReader {
  private static final Syntax KIND = Syntax.of("previewKind", "Preview", "`Preview`");
  private static final Syntax LABEL =
      Syntax.of("dnsLabel", "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "a DNS label");
  private static final Syntax NUMBER =
      Syntax.of("number", "[1-9][0-9]{0,9}", "a pull request number in quotes");
  private static final Syntax IMAGE =
      Syntax.of("imageName", "[a-z0-9._:/-]{1,255}", "an image name");
  private static final Syntax ATTEMPT =
      Syntax.of("attempt", "[2-9]|[1-9][0-9]{1,2}", "a number from 2 to 999 in quotes");
  private static final CommitSha NO_COMMIT = new CommitSha("0".repeat(40));
  private static final Syntax NOTE = Syntax.of("note", "[^\\p{Cc}]{0,256}", "one line of text");

  /** A preview as it was recorded: its owner, the mark of its rendering, and its facts. */
  public record Recorded(String platform, String app, String rendering, PreviewFacts facts) {}

  private RecordReader() {}

  /**
   * Reads a record strictly.
   *
   * @throws ProblemsException (rendering) with every problem found
   */
  public static Recorded read(String path, byte[] bytes) {
    Node document = new YamlReader(Budget.UNTRUSTED).read(path, bytes).single(Fault.RENDERING);
    Problems problems = new Problems();
    Map<String, String> notes;
    Raw raw;
    try (Fields root = new Fields(document, problems)) {
      root.text("apiVersion", Notation.API_VERSION);
      root.text("kind", KIND);
      try (Fields metadata = root.requiredMap("metadata")) {
        metadata.text("name", LABEL);
        notes = metadata.textMap("annotations", NOTE, NOTE);
      }
      try (Fields spec = root.requiredMap("spec")) {
        raw = spec(spec, problems);
      }
    }
    problems.throwIfAny(Fault.RENDERING);
    return raw.recorded(notes);
  }

  private static Raw spec(Fields spec, Problems problems) {
    String platform = spec.text("platform", LABEL);
    String app = spec.text("app", LABEL);
    String number;
    String sha;
    String repository;
    try (Fields pr = spec.requiredMap("pr")) {
      number = pr.text("number", NUMBER);
      if (NUMBER.matches(number) && PullRequestNumber.parse(number).isEmpty()) {
        problems.error(
            "wrong-syntax",
            pr.location("number"),
            "`" + number + "` is no pull request number: at most 2147483647");
      }
      sha = pr.text("headSha", Notation.SHA);
      repository = pr.text("repository", Notation.REPOSITORY);
      if (Notation.REPOSITORY.matches(repository) && RepositoryName.parse(repository).isEmpty()) {
        problems.error(
            "wrong-syntax",
            pr.location("repository"),
            "`" + repository + "` is not " + Notation.REPOSITORY.description());
      }
    }
    Optional<String> attempt = spec.optionalText("attempt", ATTEMPT);
    Map<String, String> digests = digests(spec, problems);
    Optional<String> backup = Optional.empty();
    try (Fields database = spec.mapOrEmpty("database")) {
      backup = database.optionalText("backup", LABEL);
    }
    Optional<BundlePin> bundle = spec.map("bundle").map(RecordReader::bundle);
    return new Raw(platform, app, number, sha, repository, attempt, digests, backup, bundle);
  }

  private static BundlePin bundle(Fields written) {
    try (Fields bundle = written) {
      String revision = bundle.text("revision", Notation.SHA);
      return new BundlePin(
          bundle.text("repository", Syntaxes.GIT_URL),
          bundle.text("ref", BundleSyntaxes.REVISION),
          Notation.SHA.matches(revision) ? new CommitSha(revision) : NO_COMMIT);
    }
  }

  private static Map<String, String> digests(Fields spec, Problems problems) {
    Map<String, String> digests = new TreeMap<>();
    switch (spec.raw("images")) {
      case null -> {}
      case MapNode images -> {
        for (MapNode.Entry entry : images.entries()) {
          try (Fields image = new Fields(entry.value(), problems)) {
            image.text("name", IMAGE);
            digests.put(entry.key().text(), image.text("digest", Notation.DIGEST));
          }
        }
      }
      case Node other ->
          problems.error(
              "wrong-type", other.location(), "expected a map, found " + other.describe());
    }
    return digests;
  }

  /** The texts of a record, each already of the right form. */
  private record Raw(
      String platform,
      String app,
      String number,
      String sha,
      String repository,
      Optional<String> attempt,
      Map<String, String> digests,
      Optional<String> backup,
      Optional<BundlePin> bundle) {
    Recorded recorded(Map<String, String> notes) {
      Map<String, ImageDigest> byId = new TreeMap<>();
      digests.forEach((id, digest) -> byId.put(id, new ImageDigest(digest)));
      PullRequest pullRequest =
          new PullRequest(
              new RepositoryName(repository),
              PullRequestNumber.parse(number).orElse(PullRequestNumber.LARGEST),
              new CommitSha(sha),
              new PullRequest.Details(
                  PullRequest.State.OPEN,
                  false,
                  notes.getOrDefault("mayfly.dev/title", ""),
                  notes.getOrDefault("mayfly.dev/author", ""),
                  notes.getOrDefault("mayfly.dev/branch", ""),
                  "",
                  Optional.empty(),
                  Set.of()));
      PreviewFacts facts =
          new PreviewFacts(
              pullRequest,
              byId,
              backup,
              bundle,
              openedAt(notes),
              attempt.map(Integer::valueOf).orElse(1));
      return new Recorded(platform, app, notes.getOrDefault("mayfly.dev/rendering", ""), facts);
    }

    private static Optional<Instant> openedAt(Map<String, String> notes) {
      try {
        return Optional.ofNullable(notes.get("mayfly.dev/opened-at")).map(Instant::parse);
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}

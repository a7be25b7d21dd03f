package dev.mayfly.command;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Image;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.Notation;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The file of {@code --all-prs}: a JSON array of pull requests with their digests. */
final class PullRequestList {
  private static final Syntax NAME = Syntax.of("[a-z0-9-]{1,63}", "the name of an app");
  private static final Syntax ID = Syntax.of("[a-zA-Z0-9]{1,31}", "an image id");
  private static final Syntax BACKUP = Syntax.of("[a-z0-9-]{1,63}", "a Backup's name");

  /** One entry. */
  record Listed(App app, PreviewFacts facts) {}

  private PullRequestList() {}

  static List<Listed> read(Path file, String shownAs, LoadedPlatform loaded) {
    byte[] bytes = BoundedFile.read(file, shownAs, Budget.EVENT, Fault.CONFIGURATION);
    Node document = new JsonReader(Budget.EVENT).read(shownAs, bytes).single(Fault.CONFIGURATION);
    Problems problems = new Problems();
    Problems foreign = new Problems();
    List<Listed> list = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node item : ListNode.items(document, problems)) {
      read(item, loaded, seen, problems, foreign).ifPresent(list::add);
    }
    problems.throwIfAny(Fault.CONFIGURATION);
    foreign.throwIfAny(Fault.REFUSED);
    return list;
  }

  private static Optional<Listed> read(
      Node item, LoadedPlatform loaded, Set<String> seen, Problems problems, Problems foreign) {
    try (Fields fields = new Fields(item, problems)) {
      String appName = fields.text("app", NAME);
      Optional<PullRequestNumber> number = number(fields);
      String sha = fields.text("headSha", Notation.SHA);
      String repository = fields.text("repository", Notation.REPOSITORY);
      Map<String, String> digests = fields.textMap("images", ID, Notation.DIGEST);
      Optional<String> backup = fields.optionalText("backup", BACKUP);
      Optional<String> bundle = fields.optionalText("bundleRevision", Notation.SHA);
      Optional<App> app = loaded.platform().app(appName);
      if (app.isEmpty() && !appName.isEmpty()) {
        problems.error(
            "unknown-app",
            fields.location("app"),
            "unknown app `" + appName + "`",
            NearMiss.hint(appName, loaded.platform().apps().stream().map(App::name).toList()));
      } else if (app.isPresent() && !app.get().repository().path().equalsIgnoreCase(repository)) {
        Problems refused = RepositoryName.parse(repository).isPresent() ? foreign : problems;
        refused.error(
            "foreign-repository",
            fields.location("repository"),
            "`" + repository + "` is not the repository of app `" + appName + "`");
      }
      for (String id : digests.keySet()) {
        if (app.isPresent() && app.get().image(id).isEmpty()) {
          problems.error(
              "foreign-image",
              fields.location("images"),
              "app `" + appName + "` has no image `" + id + "`",
              NearMiss.hint(id, app.get().images().stream().map(Image::id).toList()));
        }
      }
      if (number.isPresent() && !seen.add(appName + "/" + number.get())) {
        problems.error("duplicate-entry", item.location(), "duplicate pull request");
      }
      return problems.isEmpty() && foreign.isEmpty() && fields.isWhole()
          ? Optional.of(
              new Listed(
                  app.orElseThrow(),
                  facts(repository, number.orElseThrow(), sha, digests, backup)
                      .bundle(pin(app.orElseThrow(), bundle))))
          : Optional.empty();
    }
  }

  /** A JSON number, as forges write it, or a string, as records do. */
  private static Optional<PullRequestNumber> number(Fields fields) {
    Optional<PullRequestNumber> number =
        fields.raw("number") instanceof ScalarNode written
            ? PullRequestNumber.parse(written.text())
            : Optional.empty();
    if (number.isEmpty()) {
      fields.requiredInteger("number", 1, Integer.MAX_VALUE);
    }
    return number;
  }

  private static Optional<BundlePin> pin(App app, Optional<String> revision) {
    return app.bundle()
        .origin()
        .followed()
        .flatMap(followed -> revision.map(it -> BundlePin.of(followed, new CommitSha(it))));
  }

  private static PreviewFacts facts(
      String repository,
      PullRequestNumber number,
      String sha,
      Map<String, String> digests,
      Optional<String> backup) {
    Map<String, ImageDigest> byId = new TreeMap<>();
    digests.forEach((id, digest) -> byId.put(id, new ImageDigest(digest)));
    return new PreviewFacts(
        new PullRequest(new RepositoryName(repository), number, new CommitSha(sha)), byId, backup);
  }
}

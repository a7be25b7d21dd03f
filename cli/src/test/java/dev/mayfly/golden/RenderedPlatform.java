package dev.mayfly.golden;

import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is rendered for one platform.
 *
 * @param platformSet the admins' files by path, with Pattern A's charts
 * @param overlays the files of one preview of each app and environment, by path; also where Pattern
 *     A would not commit them, to compare
 */
public record RenderedPlatform(
    LoadedPlatform loaded,
    SortedMap<String, String> platformSet,
    SortedMap<String, String> overlays) {
  static final String NUMBER = "42";
  private static final String HOSTILE = "on: {{ x }} ${y} \u202e\u001b[1m #'\"\n---\nkind: Secret";

  static RenderedPlatform of(YamlDraft draft) {
    return of(PlatformLoader.load("mayfly.yaml", draft.bytes()));
  }

  public static RenderedPlatform of(YamlDraft draft, String number) {
    return of(PlatformLoader.load("mayfly.yaml", draft.bytes()), number);
  }

  static RenderedPlatform of(LoadedPlatform loaded) {
    return of(loaded, NUMBER);
  }

  private static RenderedPlatform of(LoadedPlatform loaded, String number) {
    Templates templates = new Templates(ExampleExtras.of(loaded.platform()));
    SortedMap<String, String> overlays = new TreeMap<>();
    for (Blueprint blueprint : loaded.all()) {
      Overlay overlay = Overlay.of(blueprint, templates);
      PreviewFacts facts = facts(blueprint.app(), number);
      overlay
          .files(facts)
          .forEach((name, text) -> overlays.put(overlay.folder(facts) + "/" + name, text));
    }
    return new RenderedPlatform(
        loaded, PlatformSet.files(loaded, LivePreviews.NONE, templates), overlays);
  }

  /** Facts of a pull request whose every free text is hostile. */
  static PreviewFacts facts(App app) {
    return facts(app, NUMBER);
  }

  private static PreviewFacts facts(App app, String number) {
    PullRequest.Details details =
        new PullRequest.Details(
            PullRequest.State.OPEN,
            false,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            "main",
            Optional.empty(),
            Set.of());
    CommitSha commit = new CommitSha("2f22765d04931a078909145ca628d2264c852d7d");
    PreviewFacts facts =
        new PreviewFacts(
            new PullRequest(
                app.repository(), PullRequestNumber.parse(number).orElseThrow(), commit, details),
            app.images().stream()
                .collect(
                    Collectors.toMap(
                        i -> i.id(), i -> new ImageDigest("sha256:" + "c".repeat(64)))),
            Optional.of("monolith-pg-previews-20261121030000"));
    return facts.bundle(
        app.bundle().origin().followed().map(followed -> BundlePin.of(followed, commit)));
  }

  /** The name of the Application of a preview. */
  public String application(String app, String number) {
    return loaded.all().stream()
        .filter(blueprint -> blueprint.app().name().equals(app))
        .findFirst()
        .orElseThrow()
        .names()
        .application()
        .toString()
        .replace("<number>", number);
  }

  /** Every YAML file, with the charts' templates as Helm would render them. */
  SortedMap<String, String> documents() {
    SortedMap<String, String> documents = new TreeMap<>(overlays);
    platformSet.forEach(
        (path, text) -> {
          if (path.contains("/baseline/templates/")) {
            documents.put(path, HelmChart.evaluate(text, NUMBER));
          } else if (path.endsWith(".yaml")) {
            documents.put(path, text);
          }
        });
    return documents;
  }

  /** A file's bytes as they are committed; a chart's template still has its expressions. */
  String written(String path) {
    return platformSet.containsKey(path) ? platformSet.get(path) : overlays.get(path);
  }

  /** What a Helm release of an app's chart holds, by file name. */
  Map<String, String> chart(String app) {
    String folder = "previews/" + app + "/baseline/templates/";
    Map<String, String> files = new TreeMap<>();
    platformSet
        .tailMap(folder)
        .forEach(
            (path, text) -> {
              if (path.startsWith(folder)) {
                files.put(path.substring(folder.length()), HelmChart.evaluate(text, NUMBER));
              }
            });
    return files;
  }
}

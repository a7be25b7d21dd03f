package dev.mayfly.golden;

import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.App;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

  /** What of a platform is the same for every preview, by its draft. */
  private static final Map<String, Prepared> PREPARED = new ConcurrentHashMap<>();

  /** The whole, by number and draft: many tests look at the same platforms. */
  private static final Map<String, RenderedPlatform> RENDERED = new ConcurrentHashMap<>();

  private record Prepared(
      LoadedPlatform loaded, List<Overlay> overlays, SortedMap<String, String> platformSet) {
    static Prepared of(YamlDraft draft) {
      LoadedPlatform loaded = PlatformLoader.load("mayfly.yaml", draft.bytes());
      Templates templates = new Templates(ExampleExtras.of(loaded.platform()));
      return new Prepared(
          loaded,
          loaded.all().stream().map(blueprint -> Overlay.of(blueprint, templates)).toList(),
          PlatformSet.files(loaded, LivePreviews.NONE, templates));
    }
  }

  static RenderedPlatform of(YamlDraft draft) {
    return of(draft, NUMBER);
  }

  public static RenderedPlatform of(YamlDraft draft, String number) {
    String text = draft.text();
    return RENDERED.computeIfAbsent(
        number + " " + text,
        key -> of(PREPARED.computeIfAbsent(text, other -> Prepared.of(draft)), number));
  }

  /** The same without what another test may have left: for those that are about rendering. */
  public static RenderedPlatform anew(YamlDraft draft) {
    return of(Prepared.of(draft), NUMBER);
  }

  private static RenderedPlatform of(Prepared prepared, String number) {
    SortedMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < prepared.overlays().size(); i++) {
      Overlay overlay = prepared.overlays().get(i);
      PreviewFacts facts = facts(prepared.loaded().all().get(i).app(), number);
      overlay
          .files(facts)
          .forEach((name, text) -> files.put(overlay.folder(facts) + "/" + name, text));
    }
    return new RenderedPlatform(
        prepared.loaded(),
        Collections.unmodifiableSortedMap(prepared.platformSet()),
        Collections.unmodifiableSortedMap(files));
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
    platformSet.forEach((path, text) -> {
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
        .forEach((path, text) -> {
          if (path.startsWith(folder)) {
            files.put(path.substring(folder.length()), HelmChart.evaluate(text, NUMBER));
          }
        });
    return files;
  }
}

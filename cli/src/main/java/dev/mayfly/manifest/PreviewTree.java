package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PreviewFolders;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Many previews by their paths in the GitOps repository; each app's templates are rendered once.
 */
public final class PreviewTree {
  private final LoadedPlatform loaded;
  private final Templates templates;
  private final Map<String, Overlay> overlays = new ConcurrentHashMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  public PreviewTree(LoadedPlatform loaded, Templates templates) {
    this.loaded = loaded;
    this.templates = templates;
  }

  /**
   * Adds a preview of an app by name.
   *
   * @throws ProblemsException (rendering) when the platform has no such app any more
   */
  public PreviewTree add(String app, PreviewFacts facts) {
    Overlay overlay = overlay(app);
    String folder = overlay.folder(facts) + "/";
    overlay.files(facts).forEach((name, text) -> files.put(folder + name, text));
    return this;
  }

  /** Adds a preview of a pull request, with the environment that its app is in. */
  public PreviewTree addOpened(String app, PreviewFacts facts) {
    loaded
        .platform()
        .app(app)
        .flatMap(loaded::environment)
        .ifPresent(environment -> {
          String name = environment.app().name();
          String folder = PreviewFolders.overlay(name, facts.pullRequest().number());
          if (!files.containsKey(folder + "/" + PreviewFolders.RECORD)) {
            add(name, facts.ofEnvironment());
          }
        });
    return add(app, facts);
  }

  public SortedMap<String, String> files() {
    return files;
  }

  /**
   * The templates of an app by name.
   *
   * @throws ProblemsException (rendering) when the platform has no such app any more
   */
  public Overlay overlay(String app) {
    return overlays.computeIfAbsent(app, this::rendered);
  }

  private Overlay rendered(String app) {
    return loaded
        .blueprint(app)
        .map(blueprint -> Overlay.of(blueprint, templates))
        .orElseThrow(() ->
            Fault.RENDERING.error(
                "unknown-app",
                "unknown app `" + app + "`, of which there is a preview",
                "close its previews, or bring the app back"));
  }
}

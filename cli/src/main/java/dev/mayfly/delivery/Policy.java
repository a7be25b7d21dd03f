package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.Budget;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The platform and its templates as they are at one commit that admins own. */
public record Policy(LoadedPlatform loaded, Templates templates) {
  private static final WalkBudget OVERRIDES = new WalkBudget(500, 4, 1 << 18, 4L << 20);

  /**
   * Reads the policy of a commit from the folder that the snapshot is seen from.
   *
   * @throws ProblemsException (configuration) when there is none or it is not right, or it belongs
   *     into another folder: Argo CD would look for its previews there
   */
  public static Policy at(Snapshot snapshot) {
    Policy policy = at(snapshot, TreePath.ROOT);
    String written = policy.platform().gitops().path();
    if (!written.equals(snapshot.folder().toString())) {
      throw Fault.CONFIGURATION.error(
          "platform-elsewhere",
          "`gitops.path` is %s, and this mayfly.yaml lies %s"
              .formatted(written.isEmpty() ? "not set" : "`" + written + "`", place(snapshot)),
          "set `gitops.path` to the folder of mayfly.yaml in its repository");
    }
    return policy;
  }

  private static String place(Snapshot snapshot) {
    return snapshot.folder().isRoot() ? "at the top" : "in `" + snapshot.folder() + "`";
  }

  /** The same for a platform in a folder, wherever it says that it lies. */
  public static Policy at(Snapshot snapshot, TreePath folder) {
    LoadedPlatform loaded = platformAt(snapshot, folder);
    return new Policy(loaded, templatesAt(snapshot, folder));
  }

  /**
   * Reads the platform alone.
   *
   * @throws ProblemsException (configuration) when there is none or it is not right
   */
  public static LoadedPlatform platformAt(Snapshot snapshot, TreePath folder) {
    TreePath file = folder.child("mayfly.yaml");
    byte[] bytes =
        snapshot
            .read(file, Budget.ADMIN.bytes())
            .orElseThrow(() ->
                Fault.CONFIGURATION.error(
                    "no-platform",
                    "the GitOps repository has no `%s` at %s"
                        .formatted(
                            snapshot.folder().child(file.toString()), snapshot.commit().shortHex()),
                    "`mayfly init` writes one; one that lies in a folder is found by"
                        + " `gitops.path`, or by `--gitops-path`"));
    return PlatformLoader.load(
        file.toString(),
        bytes,
        (platformsFolder, path) ->
            TreePath.parse(path).flatMap(it -> snapshot.whole().read(it, Budget.ADMIN.bytes())));
  }

  /**
   * Reads the templates alone.
   *
   * @throws ProblemsException (configuration) when an override is no template
   */
  public static Templates templatesAt(Snapshot snapshot, TreePath folder) {
    TreePath templates = folder.child("templates");
    Map<String, byte[]> overrides = new TreeMap<>();
    snapshot
        .walk(templates, OVERRIDES)
        .forEach((path, content) -> {
          String name = path.toString().substring(templates.toString().length() + 1);
          if (name.endsWith(".yaml")) {
            overrides.put(name, content);
          }
        });
    return new Templates(overrides);
  }

  public Platform platform() {
    return loaded.platform();
  }

  public Optional<Blueprint> blueprint(String app) {
    return loaded.blueprint(app);
  }

  /** Where a preview is reached; empty where no route leads to it. */
  Optional<String> url(PreviewId id) {
    return blueprint(id.app())
        .flatMap(Blueprint::url)
        .map(text -> Blueprint.bound(text, id.number()));
  }

  /** The overlay of an app of this platform. */
  public Overlay overlay(Blueprint blueprint) {
    return Overlay.of(blueprint, templates);
  }
}

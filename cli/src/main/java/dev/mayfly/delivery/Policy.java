package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
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
import dev.mayfly.yaml.Budget;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The platform and its templates as they are at one commit that admins own. */
public record Policy(LoadedPlatform loaded, Templates templates) {
  private static final WalkBudget OVERRIDES = new WalkBudget(500, 4, 1 << 18, 4L << 20);

  /**
   * Reads the policy of a commit.
   *
   * @throws ProblemsException (configuration) when there is none or it is not right
   */
  public static Policy at(Snapshot snapshot) {
    return at(snapshot, TreePath.ROOT);
  }

  /** The same for a platform that does not lie at the top of its repository. */
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
            .orElseThrow(
                () ->
                    new ProblemsException(
                        Fault.CONFIGURATION,
                        Problem.error(
                            "no-platform",
                            null,
                            "the GitOps repository has no mayfly.yaml at "
                                + snapshot.commit().shortHex(),
                            "`mayfly init` writes one")));
    return PlatformLoader.load(
        file.toString(),
        bytes,
        path -> TreePath.parse(path).flatMap(it -> snapshot.read(it, Budget.ADMIN.bytes())));
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
        .forEach(
            (path, content) -> {
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

  /** The overlay of an app of this platform. */
  public Overlay overlay(Blueprint blueprint) {
    return Overlay.of(blueprint, templates);
  }
}

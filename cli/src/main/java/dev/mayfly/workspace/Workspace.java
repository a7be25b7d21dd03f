package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder with a {@code mayfly.yaml}.
 *
 * @param root where {@code platform/}, {@code previews/} and {@code templates/} are
 */
public record Workspace(Path root, Path platformFile) {
  /** The name of the platform's file. */
  public static final String PLATFORM_FILE = "mayfly.yaml";

  /**
   * Finds the platform from a folder upward, up to the root of the Git repository.
   *
   * @throws ProblemsException (configuration) when there is none
   */
  public static Workspace find(Path directory) {
    return around(directory).orElseThrow(Workspace::none);
  }

  /** The same; empty when there is none. */
  public static Optional<Workspace> around(Path directory) {
    for (Path folder = directory; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(PLATFORM_FILE);
      if (Files.isRegularFile(file)) {
        return Optional.of(new Workspace(folder, file));
      }
      if (Files.exists(folder.resolve(".git"))) {
        break;
      }
    }
    return Optional.empty();
  }

  private static ProblemsException none() {
    return Fault.CONFIGURATION.error(
        "no-platform",
        "there is no `mayfly.yaml` here or in a folder above, up to the root of the repository",
        "start in a GitOps repository, name one with -C DIR, or write one with `mayfly init`");
  }

  /** The workspace of a platform file that was named. */
  public static Workspace of(Path platformFile) {
    Path folder = platformFile.toAbsolutePath().getParent();
    return new Workspace(Optional.ofNullable(folder).orElse(platformFile), platformFile);
  }

  /**
   * Loads the platform.
   *
   * @param shownAs what messages call the file
   * @throws ProblemsException (configuration) as {@link PlatformLoader#load}
   */
  public LoadedPlatform platform(String shownAs) {
    return PlatformLoader.load(
        shownAs,
        BoundedFile.read(platformFile, shownAs, Budget.ADMIN, Fault.CONFIGURATION),
        this::file);
  }

  /** The root of the repository, where the platform says in which folder of it this is. */
  Path top(String folder) {
    Path top = root.toAbsolutePath().normalize();
    if (!folder.isEmpty() && top.endsWith(folder)) {
      for (int i = Path.of(folder).getNameCount(); i > 0 && top.getParent() != null; i--) {
        top = top.getParent();
      }
    }
    return top;
  }

  private Optional<byte[]> file(String folder, String path) {
    Path top = top(folder);
    return Files.isRegularFile(top.resolve(path))
        ? Optional.of(BoundedFile.readBelow(top, path, path, Budget.ADMIN, Fault.CONFIGURATION))
        : Optional.empty();
  }

  /** The templates, with the overrides that lie in {@code templates/}. */
  public Templates templates() {
    return new Templates(overrides(root.resolve("templates")));
  }

  /** Links are refused: they could lead anywhere. */
  private static Map<String, byte[]> overrides(Path folder) {
    Map<String, byte[]> overrides = new TreeMap<>();
    for (Path path : FolderListing.whole(folder)) {
      String name = FolderListing.name(folder, path);
      String shownAs = name.isEmpty() ? "templates" : "templates/" + name;
      if (Files.isSymbolicLink(path)) {
        throw Fault.CONFIGURATION.error(
            "template-link",
            Location.ofFile(shownAs),
            "`" + shownAs + "` is a symbolic link, which could lead out of the folder",
            "put the file itself there");
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        overrides.put(name, BoundedFile.read(path, shownAs, Budget.ADMIN, Fault.CONFIGURATION));
      }
    }
    return overrides;
  }
}

package dev.mayfly.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folders of {@code examples/} that hold a platform. */
public final class Examples {
  public static final Path HOME = Path.of("examples").toAbsolutePath();

  /** In an example whose images no lock file pins. */
  static final String IMAGES = "images.txt";

  private static final Pattern APP = Pattern.compile("- name: ([a-z-]+)\n *environment: ");

  private Examples() {}

  /** Those of the contract by their name, the shapes as {@code shapes/NAME}. */
  public static TreeSet<String> names() {
    try (Stream<Path> folders = Files.walk(HOME, 4)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("mayfly.yaml")))
          .map(folder -> HOME.relativize(folder).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The options that give the digest of an image whose example has no lock file. */
  static List<String> digests(Path example) {
    try {
      String platform = Files.readString(example.resolve("mayfly.yaml"));
      return platform.contains("lock:") || Files.exists(example.resolve(IMAGES))
          ? List.of()
          : List.of(
              "--image",
              "ghcr.io/acme/web@sha256:1c168adb00d208e42f93314529f1fa9c0427eb63233ceda95a5db52b7012a719");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The GitOps repository of an example: the example itself, or what several platforms share. There
   * lie the event and the checkout of the app.
   */
  static Path repository(String name) {
    String[] parts = name.split("/");
    return HOME.resolve(parts[0].equals("shapes") ? parts[0] + "/" + parts[1] : parts[0]);
  }

  /** The text of an example's {@code mayfly.yaml}. */
  public static String platform(String name) {
    try {
      return Files.readString(HOME.resolve(name).resolve("mayfly.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The apps of an example's environment, in the order written; else none is named. */
  static List<String> apps(String name) {
    return APP.matcher(platform(name)).results().map(match -> match.group(1)).toList();
  }

  /** What the build hands over beside it: the variables of the job that opens the preview. */
  static Map<String, String> images(String name) {
    Path images = HOME.resolve(name).resolve(IMAGES);
    try {
      return Files.exists(images) ? Map.of("MAYFLY_IMAGE", Files.readString(images)) : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies an example, so that a test may change it. */
  public static Path copy(String name, Path to) {
    return copyTree(HOME.resolve(name), to);
  }

  /** Copies a folder with everything in it. */
  static Path copyTree(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }
}

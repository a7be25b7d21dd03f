package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the templates that an admin overrides. Links are refused: they could lead anywhere. */
final class TemplateOverrides {
  private TemplateOverrides() {}

  static Map<String, byte[]> read(Path folder) {
    Map<String, byte[]> overrides = new TreeMap<>();
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return overrides;
    }
    for (Path path : walk(folder)) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      String shownAs = name.isEmpty() ? "templates" : "templates/" + name;
      if (Files.isSymbolicLink(path)) {
        throw new ProblemsException(
            Fault.CONFIGURATION,
            Problem.error(
                "template-link",
                Location.ofFile(shownAs),
                "`" + shownAs + "` is a symbolic link, which could lead out of the folder",
                "put the file itself there"));
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        overrides.put(name, BoundedFile.read(path, shownAs, Budget.ADMIN, Fault.CONFIGURATION));
      }
    }
    return overrides;
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.mayfly.workspace;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads the templates that an admin overrides. Links are refused: they could lead anywhere. */
final class TemplateOverrides {
  private TemplateOverrides() {}

  static Map<String, byte[]> read(Path folder) {
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

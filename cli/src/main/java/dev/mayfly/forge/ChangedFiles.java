package dev.mayfly.forge;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The paths a pull request touches; a renamed file counts with both its names.
 *
 * @param complete false when the forge shows only the first so many, and the rest is unknown
 */
public record ChangedFiles(SortedSet<String> paths, boolean complete) {
  /**
   * Reads a list of files.
   *
   * @param name the field that holds a file's name
   * @param former the one that holds the name it had
   * @param most how many the forge shows
   */
  static ChangedFiles read(ForgeClient client, String path, String name, String former, int most)
      throws ForgeException {
    Pages pages = Pages.large(client, path, name, most);
    TreeSet<String> paths = new TreeSet<>();
    for (ApiFields file : pages.items()) {
      paths.add(file.text(name));
      paths.add(file.text(former));
    }
    paths.remove("");
    return new ChangedFiles(paths, pages.complete() && pages.items().size() < most);
  }
}

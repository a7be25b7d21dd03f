package dev.mayfly.workspace;

import dev.mayfly.preview.PreviewFolders;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies below {@code previews/} and is no file of an overlay: links, folders in an overlay, and
 * overlays without a record. Argo CD may read what we do not, so whoever verifies has to name them.
 */
public final class PreviewStrays {
  private PreviewStrays() {}

  /** What each of them is, by path. */
  public static SortedMap<String, String> find(Path root) {
    SortedMap<String, String> strays = new TreeMap<>();
    Path previews = root.resolve(PreviewFolders.ROOT);
    if (Files.isSymbolicLink(previews)) {
      strays.put(PreviewFolders.ROOT, "a link");
      return strays;
    }
    for (Path app : FolderListing.of(previews)) {
      String name = PreviewFolders.ofApp(app.getFileName().toString());
      if (Files.isSymbolicLink(app)) {
        strays.put(name, "a link");
      }
      for (Path overlay : FolderListing.of(app)) {
        String folder = name + "/" + overlay.getFileName();
        if (Files.isSymbolicLink(overlay)) {
          strays.put(folder, "a link");
        } else if (PreviewFolders.isOverlay(overlay.getFileName().toString())) {
          inOverlay(overlay, folder, strays);
        }
      }
    }
    return strays;
  }

  private static void inOverlay(Path overlay, String folder, SortedMap<String, String> strays) {
    if (!Files.isRegularFile(overlay.resolve(PreviewFolders.RECORD), LinkOption.NOFOLLOW_LINKS)) {
      strays.put(folder, "without a preview.yaml");
    }
    for (Path entry : FolderListing.of(overlay)) {
      if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        String what = Files.isSymbolicLink(entry) ? "a link" : "a folder";
        strays.put(folder + "/" + entry.getFileName(), what);
      }
    }
  }
}

package dev.mayfly.delivery;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.PreviewId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of overlays: as Git keeps them, compared, and brought before they are read. */
final class OverlayFiles {
  private OverlayFiles() {}

  /** The texts of an overlay as Git keeps them. */
  static SortedMap<String, byte[]> bytes(SortedMap<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  /** Whether a folder is there and holds these files and no others. */
  static boolean holds(Optional<OverlayFolder> folder, SortedMap<String, byte[]> files) {
    return folder.filter(it -> same(it.files(), files)).isPresent();
  }

  static boolean same(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
  }

  /** Brings all files of these previews in one conversation, before they are read one by one. */
  static void bring(Snapshot snapshot, Collection<PreviewId> previews) {
    try {
      snapshot.prepare(previews.stream().map(id -> TreePath.of(OverlayFolder.path(id))).toList());
    } catch (ProblemsException e) {
      // Whoever reads the one that is wrong says so.
      return;
    }
  }
}

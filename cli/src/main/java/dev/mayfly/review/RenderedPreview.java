package dev.mayfly.review;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.PreviewFolders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A preview's folder, and what a policy makes of the record in it.
 *
 * @param committed the files that are there, by name
 * @param record empty where there is none or it cannot be read
 * @param overlay that of the app; empty where the policy has none
 * @param files those that should be there, by name
 * @param changed the names of those that are not there as they should be, or should not be there
 * @param problems why the record cannot be read or nothing can be rendered from it
 */
record RenderedPreview(
    String folder,
    SortedMap<String, byte[]> committed,
    Optional<Recorded> record,
    Optional<Overlay> overlay,
    SortedMap<String, String> files,
    SortedSet<String> changed,
    List<Problem> problems) {

  static RenderedPreview of(String folder, SortedMap<String, byte[]> committed, PreviewTree tree) {
    Optional<Recorded> record = Optional.empty();
    Optional<Overlay> overlay = Optional.empty();
    SortedMap<String, String> files = new TreeMap<>();
    List<Problem> problems = List.of();
    try {
      byte[] bytes = committed.get(PreviewFolders.RECORD);
      if (bytes != null) {
        record = Optional.of(Recorded.read(folder + "/" + PreviewFolders.RECORD, bytes));
        overlay = Optional.of(tree.overlay(record.get().app()));
        files = overlay.get().files(record.get().facts());
      }
    } catch (ProblemsException e) {
      problems = e.problems();
    }
    SortedSet<String> changed = changed(committed, files);
    return new RenderedPreview(folder, committed, record, overlay, files, changed, problems);
  }

  private static SortedSet<String> changed(
      SortedMap<String, byte[]> committed, SortedMap<String, String> files) {
    SortedSet<String> changed = new TreeSet<>(committed.keySet());
    files.forEach((name, text) -> {
      byte[] bytes = committed.get(name);
      if (bytes != null && Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
        changed.remove(name);
      } else {
        changed.add(name);
      }
    });
    return changed;
  }

  /** Where the record belongs. */
  String place() {
    return overlay.orElseThrow().folder(record.orElseThrow().facts());
  }

  boolean isUnchanged() {
    return problems.isEmpty() && changed.isEmpty();
  }
}

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
import java.util.TreeMap;

/**
 * A preview's folder, and what a policy makes of the record in it.
 *
 * @param committed the files that are there, by name
 * @param record empty where there is none or it cannot be read
 * @param overlay that of the app; empty where the policy has none
 * @param files those that should be there, by name
 * @param problems why the record cannot be read or nothing can be rendered from it
 */
record RenderedPreview(
    String folder,
    SortedMap<String, byte[]> committed,
    Optional<Recorded> record,
    Optional<Overlay> overlay,
    SortedMap<String, String> files,
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
    return new RenderedPreview(folder, committed, record, overlay, files, problems);
  }

  /** Where the record belongs. */
  String place() {
    return overlay.orElseThrow().folder(record.orElseThrow().facts());
  }

  /** Whether what is there is what should be there. */
  boolean isUnchanged() {
    return problems.isEmpty()
        && committed.keySet().equals(files.keySet())
        && committed.keySet().stream().allMatch(this::isUnchanged);
  }

  /** Whether a file is there as it should be. */
  boolean isUnchanged(String name) {
    String text = files.get(name);
    byte[] bytes = committed.get(name);
    return text != null
        && bytes != null
        && Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.mayfly.review;

import dev.mayfly.delivery.Policy;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.SharedWork;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.SamplePreview;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.workspace.PreviewsOnDisk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The previews of a repository beside what a policy makes of their records. Each record is read and
 * each overlay rendered once, on all processors, for whoever asks.
 */
public final class RenderedPreviews {
  /** The sample's; names hold nothing else of a pull request. */
  private static final String ANY_NUMBER = PullRequestNumber.LARGEST.toString();

  private final Policy policy;
  private final List<RenderedPreview> all;
  private final LivePreviews live;

  private RenderedPreviews(Policy policy, List<RenderedPreview> all) {
    this.policy = policy;
    this.all = all;
    this.live = live(all);
  }

  /**
   * Renders all that can be rendered.
   *
   * @param files content by path from the platform's folder; all in folders of previews counts
   */
  public static RenderedPreviews of(Policy policy, SortedMap<String, byte[]> files) {
    SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
    files.forEach((path, bytes) ->
        PreviewFolders.holding(path)
            .ifPresent(folder ->
                folders
                    .computeIfAbsent(folder, f -> new TreeMap<>())
                    .put(path.substring(folder.length() + 1), bytes)));
    PreviewTree tree = new PreviewTree(policy.loaded(), policy.templates());
    List<RenderedPreview> all =
        SharedWork.map(
            List.copyOf(folders.entrySet()),
            folder -> RenderedPreview.of(folder.getKey(), folder.getValue(), tree));
    return new RenderedPreviews(policy, all);
  }

  public Policy policy() {
    return policy;
  }

  List<RenderedPreview> all() {
    return all;
  }

  /** What the committed objects are and where. */
  public LivePreviews live() {
    return live;
  }

  /**
   * Previews of an app that are as they should be differ in their numbers alone, so one of them is
   * read for all.
   */
  private static LivePreviews live(List<RenderedPreview> all) {
    Map<Overlay, List<RenderedPreview>> unchanged = new LinkedHashMap<>();
    SortedMap<String, byte[]> others = new TreeMap<>();
    for (RenderedPreview preview : all) {
      if (preview.isUnchanged()) {
        unchanged
            .computeIfAbsent(preview.overlay().orElseThrow(), it -> new ArrayList<>())
            .add(preview);
      } else {
        preview
            .committed()
            .forEach((name, bytes) -> others.put(preview.folder() + "/" + name, bytes));
      }
    }
    LivePreviews read = PreviewsOnDisk.of(others).live();
    SortedSet<GroupKind> kinds = new TreeSet<>(read.kinds());
    SortedSet<String> destinations = new TreeSet<>(read.destinations());
    SortedSet<String> namespaces = new TreeSet<>(read.namespaces());
    unchanged.forEach((overlay, previews) -> {
      LivePreviews sample = sample(overlay);
      kinds.addAll(sample.kinds());
      for (RenderedPreview preview : previews) {
        String number = preview.record().orElseThrow().facts().pullRequest().number().toString();
        sample.destinations().forEach(it -> destinations.add(it.replace(ANY_NUMBER, number)));
        sample.namespaces().forEach(it -> namespaces.add(it.replace(ANY_NUMBER, number)));
      }
    });
    return new LivePreviews(kinds, destinations, namespaces);
  }

  private static LivePreviews sample(Overlay overlay) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    String folder = overlay.folder(SamplePreview.facts(overlay.blueprint())) + "/";
    overlay
        .files(SamplePreview.facts(overlay.blueprint()))
        .forEach((name, text) -> files.put(folder + name, text.getBytes(StandardCharsets.UTF_8)));
    return PreviewsOnDisk.of(files).live();
  }
}

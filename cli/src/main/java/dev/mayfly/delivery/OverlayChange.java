package dev.mayfly.delivery;

import dev.mayfly.event.Markdown;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlReader;
import dev.mayfly.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an overlay changes about the one that is merged, object by object.
 *
 * @param since the commit whose overlay is merged; empty where there is none yet
 * @param lines one for each object that comes, goes or is another, in Markdown
 */
record OverlayChange(Optional<CommitSha> since, List<String> lines) {
  /** More are counted: nobody reads them. */
  private static final int MOST = 20;

  private static final int LONGEST = 150;

  /** Where nobody is asked to merge anything. */
  static final OverlayChange NONE = new OverlayChange(Optional.empty(), List.of());

  OverlayChange {
    lines = List.copyOf(lines);
  }

  static OverlayChange of(
      Optional<OverlayFolder> merged, PreviewFacts facts, SortedMap<String, String> texts) {
    SortedMap<String, String> before = new TreeMap<>();
    SortedMap<String, String> after = new TreeMap<>();
    Optional<CommitSha> since = merged.map(it -> it.facts().pullRequest().headSha());
    SortedMap<String, byte[]> there = merged.map(OverlayFolder::files).orElseGet(TreeMap::new);
    for (Map.Entry<String, byte[]> file : there.entrySet()) {
      if (!add(before, file.getKey(), file.getValue())) {
        // Somebody edited what is merged, and this puts it right.
        return new OverlayChange(since, List.of("what is merged cannot be read"));
      }
    }
    texts.forEach((name, text) -> add(after, name, text.getBytes(StandardCharsets.UTF_8)));
    List<String> lines = new ArrayList<>();
    merged.ifPresent(it -> lines.addAll(madeFrom(it.facts(), facts)));
    lines.addAll(lines(before, after));
    return new OverlayChange(since, lines);
  }

  /** The commit and the images, which no object of the overlay itself names. */
  private static List<String> madeFrom(PreviewFacts before, PreviewFacts after) {
    List<String> lines = new ArrayList<>();
    CommitSha old = before.pullRequest().headSha();
    CommitSha fresh = after.pullRequest().headSha();
    if (!old.equals(fresh)) {
      lines.add("commit: `%s` -> `%s`".formatted(old.shortHex(), fresh.shortHex()));
    }
    TreeSet<String> images = new TreeSet<>(before.digests().keySet());
    images.addAll(after.digests().keySet());
    for (String image : images) {
      String was = digest(before, image);
      String is = digest(after, image);
      if (!was.equals(is)) {
        lines.add("image %s: %s -> %s".formatted(shown(image), was, is));
      }
    }
    return lines;
  }

  private static String digest(PreviewFacts facts, String image) {
    return facts.digests().containsKey(image) ? "`" + facts.digests().get(image) + "`" : "none";
  }

  /** Whether all of a file could be read. */
  private static boolean add(SortedMap<String, String> objects, String file, byte[] bytes) {
    if (file.equals(PreviewFolders.RECORD)) {
      return true;
    }
    ReadResult read = new YamlReader(Budget.LINT).read(file, bytes);
    for (Node document : read.documents()) {
      String name = document.textOrEmpty("metadata", "name");
      String kind = document.textOrEmpty("kind");
      String shown = kind.isEmpty() ? file : name.isEmpty() ? kind : kind + " " + name;
      objects.merge(shown, YamlWriter.write(Trees.of(document)), String::concat);
    }
    return read.problems().isEmpty();
  }

  private static List<String> lines(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      String old = before.get(name);
      String fresh = after.get(name);
      if (!Objects.equals(old, fresh)) {
        String word = old == null ? "new" : fresh == null ? "gone" : "changed";
        lines.add(word + ": " + shown(name));
      }
    }
    if (lines.size() > MOST) {
      int more = lines.size() - MOST;
      lines.subList(MOST, lines.size()).clear();
      lines.add("and " + more + " more");
    }
    return lines;
  }

  /** A name that can be copied where it is one of Kubernetes'. */
  private static String shown(String name) {
    boolean plain = name.length() <= LONGEST && name.matches("[A-Za-z0-9. _-]+");
    return plain ? "`" + name + "`" : Markdown.quoted(name, LONGEST);
  }
}

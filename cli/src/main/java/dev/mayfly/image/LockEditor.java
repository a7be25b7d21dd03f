package dev.mayfly.image;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pins images in a lock file. Of a file that exists only the digests change and entries are added;
 * comments, order and layout stay as people left them.
 */
public final class LockEditor {
  private final String path;
  private final ImageLock document;
  private final List<String> lines;

  private LockEditor(String path, byte[] bytes) {
    this.path = path;
    this.document = ImageLock.read(path, bytes);
    this.lines =
        new ArrayList<>(Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
  }

  /** A new lock file; images are sorted by name. */
  public static String create(
      ImageLock.Form form, String name, List<PinnedImage> images, Map<String, String> idsByName) {
    List<PinnedImage> sorted = sorted(images);
    return switch (form) {
      case KRM -> LockText.krm(name, sorted);
      case HELM -> LockText.helm(sorted, idsByName);
    };
  }

  /**
   * The text of an existing lock file with these images pinned; the same text when they are
   * already.
   *
   * @throws ProblemsException (rendering) when the file cannot be read, or written as it is laid
   *     out
   */
  public static String update(
      String path, byte[] bytes, List<PinnedImage> images, Map<String, String> idsByName) {
    LockEditor editor = new LockEditor(path, bytes);
    Map<String, ImageLock.Pin> known = new LinkedHashMap<>();
    editor.document.pins().forEach(pin -> known.put(pin.image().name(), pin));
    List<PinnedImage> added = new ArrayList<>();
    for (PinnedImage image : sorted(images)) {
      ImageLock.Pin pin = known.get(image.name());
      if (pin == null) {
        added.add(image);
      } else if (!pin.image().digest().equals(image.digest())) {
        editor.replace(pin.digest(), image.digest().text());
      }
    }
    if (!added.isEmpty()) {
      editor.append(added, idsByName);
    }
    return String.join("\n", editor.lines);
  }

  private static List<PinnedImage> sorted(List<PinnedImage> images) {
    return images.stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .distinct()
        .toList();
  }

  /** The digest is ASCII without blanks, so the quotes that stand there serve the new one too. */
  private void replace(ScalarNode digest, String text) {
    Location at = digest.location();
    String line = lines.get(at.line() - 1);
    int start = line.offsetByCodePoints(0, at.column() - 1);
    int old = line.indexOf(digest.text(), start);
    if (old < 0) {
      throw layout(at, "the digest is folded over lines or escaped");
    }
    lines.set(
        at.line() - 1,
        line.substring(0, old) + text + line.substring(old + digest.text().length()));
  }

  private void append(List<PinnedImage> added, Map<String, String> idsByName) {
    switch (document.form()) {
      case KRM -> {
        List<Tree> items = new ArrayList<>();
        added.forEach(image -> items.add(LockText.entry("name", image)));
        Node list = document.root().at("spec", "images");
        Node last = list instanceof ListNode l && !l.items().isEmpty() ? l.items().getLast() : list;
        insertAfter(last, new Tree.Sequence(items), "- ");
      }
      case HELM -> {
        Node images = document.root().at("images");
        if (images instanceof MapNode map && !map.entries().isEmpty()) {
          Tree more = LockText.byId(added, idsByName, Set.copyOf(map.keys()));
          MapNode.Entry last = map.entries().getLast();
          insert(lastLine(last.value()), indent(last.key().location(), ""), more);
        } else if (images != null) {
          throw layout(images.location(), "`images` is empty");
        } else {
          Tree more = LockText.byId(added, idsByName, Set.of());
          insert(lines.size(), "", new Tree.Mapping(Map.of("images", more)));
        }
      }
    }
  }

  private void insertAfter(@Nullable Node last, Tree more, String marker) {
    if (last == null || last instanceof ListNode) {
      throw layout(
          last == null ? Location.ofFile(path) : last.location(), "the list of images is empty");
    }
    insert(lastLine(last), indent(last.location(), marker), more);
  }

  /** What stands before a block entry, which its neighbours have to repeat. */
  private String indent(Location entry, String marker) {
    String line = lines.get(entry.line() - 1);
    String before = line.substring(0, line.offsetByCodePoints(0, entry.column() - 1));
    if (!before.isBlank() && !(before.endsWith(marker) && before.strip().equals("-"))) {
      throw layout(entry, "the images stand in a list within brackets");
    }
    return before.substring(0, before.length() - marker.length());
  }

  /** The last line of a value; a block map ends where the next token starts, so ask its leaves. */
  private static int lastLine(Node node) {
    return node instanceof MapNode map
        ? map.entries().stream().mapToInt(entry -> lastLine(entry.value())).max().orElse(0)
        : node.location().endLine();
  }

  private void insert(int line, String indent, Tree more) {
    int at = line;
    while (at > 0 && at == lines.size() && lines.get(at - 1).isEmpty()) {
      at--;
    }
    List<String> text = YamlWriter.write(more).lines().map(indent::concat).toList();
    lines.addAll(at, text);
    if (!lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  private static ProblemsException layout(Location at, String why) {
    return Fault.RENDERING.error(
        "lock-layout",
        at,
        why + ", so nothing can be edited in place",
        "write the images as a block list, one entry below the other, or remove the file");
  }
}

package dev.mayfly.golden;

import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of {@code admission/}; the first file there says what its words mean. */
public final class AttackFiles {
  private static final Path FOLDER = Path.of("cli/src/test/resources/admission");

  private static final Map<String, RenderedPlatform> RENDERED = new HashMap<>();

  private AttackFiles() {}

  /**
   * One request.
   *
   * @param old what an UPDATE changes
   */
  public record Case(
      String example,
      String name,
      boolean permitted,
      Object object,
      Optional<Object> old,
      Optional<String> refusedBy) {
    @Override
    public String toString() {
      return example + ": " + name;
    }
  }

  public static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path path : files.sorted().toList()) {
        Node file = PlainTrees.read(path.toString(), Files.readString(path));
        for (Node written : ((ListNode) file.at("cases")).items()) {
          cases.addAll(cases(file, written));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  static RenderedPlatform rendered(String example, String number) {
    return RENDERED.computeIfAbsent(
        example + " " + number, key -> RenderedPlatform.of(YamlDraft.example(example), number));
  }

  private static List<Case> cases(Node file, Node written) {
    String example = text(file, "example").orElseThrow();
    String number = text(written, "pullRequest").or(() -> text(file, "pullRequest")).orElseThrow();
    String name = text(written, "name").orElseThrow();
    boolean permitted = text(written, "permitted").equals(Optional.of("true"));
    List<Case> cases = new ArrayList<>();
    cases.add(
        new Case(
            example,
            name,
            permitted,
            object(written, written, example, number),
            Optional.ofNullable(written.at("old")).map(o -> object(o, o, example, number)),
            text(written, "refusedBy")));
    Node twin = written.at("twin");
    if (twin != null) {
      boolean own = twin.at("take") != null || twin.at("object") != null;
      cases.add(
          new Case(
              example,
              name + ", but harmless",
              true,
              object(twin, own ? twin : written, example, number),
              Optional.ofNullable(twin.at("old")).map(o -> object(o, o, example, number)),
              Optional.empty()));
    }
    return cases;
  }

  private static Object object(Node form, Node base, String example, String number) {
    RenderedPlatform rendered = rendered(example, number);
    YamlDraft draft =
        base.at("object") instanceof Node whole ? draft(whole) : taken(base, rendered);
    if (form.at("set") instanceof MapNode set) {
      for (MapNode.Entry change : set.entries()) {
        draft = draft.with(change.key().text(), draft(change.value()).text());
      }
    }
    if (form.at("remove") instanceof ListNode remove) {
      for (Node path : remove.items()) {
        draft = draft.without(String.valueOf(path.textAt()));
      }
    }
    Object object = PolicyProgram.value(PlainTrees.read("case", draft.text()));
    String tracking = text(form, "tracking").orElse("");
    if (tracking.isEmpty()) {
      String app = rendered.loaded().platform().apps().getFirst().name();
      return TrackedObject.of(object, rendered.application(app, number));
    }
    return tracking.equals("none") ? object : TrackedObject.withId(object, tracking);
  }

  private static YamlDraft taken(Node form, RenderedPlatform rendered) {
    String kind = String.valueOf(form.textAt("take", "kind"));
    Optional<String> name = Optional.ofNullable(form.textAt("take", "name"));
    List<String> found =
        rendered.overlays().values().stream()
            .filter(file -> {
              Node document = PlainTrees.read("overlay", file);
              return kind.equals(document.textAt("kind"))
                  && name.map(n -> n.equals(document.textAt("metadata", "name"))).orElse(true);
            })
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " objects for " + kind + " " + name);
    }
    return YamlDraft.of(found.getFirst());
  }

  private static YamlDraft draft(Node node) {
    return YamlDraft.of(YamlWriter.write(PlainTrees.of(node)));
  }

  private static Optional<String> text(Node node, String key) {
    return Optional.ofNullable(node.textAt(key));
  }
}

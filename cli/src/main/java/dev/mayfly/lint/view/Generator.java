package dev.mayfly.lint.view;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One entry of an ApplicationSet's {@code generators}.
 *
 * @param key the key that names the kind, to point at
 * @param entry the whole entry, with the selector beside the generator
 * @param body what stands under the key
 */
public record Generator(ScalarNode key, MapNode entry, MapNode body) {
  private static final Pattern PREVIEW_FILES =
      Pattern.compile("(^|/)previews?/|(^|/|-)pr-[*\\[?{]|preview\\.ya?ml$");

  /**
   * The generators of a list; entries that name none, or are no maps, are left out. A map in place
   * of the list is refused, and read as its only entry: what else is wrong is said at once.
   */
  static List<Generator> of(Node list) {
    List<Generator> generators = new ArrayList<>();
    for (Node item : list instanceof ListNode items ? items.items() : List.of(list)) {
      if (item instanceof MapNode entry) {
        for (MapNode.Entry field : entry.entries()) {
          if (GeneratorKind.ALL.contains(field.key().text())
              && field.value() instanceof MapNode body) {
            generators.add(new Generator(field.key(), entry, body));
          }
        }
      }
    }
    return generators;
  }

  public String kind() {
    return key.text();
  }

  public boolean is(String kind) {
    return key.text().equals(kind);
  }

  public List<Generator> children() {
    Node nested = GeneratorKind.NESTING.contains(kind()) ? body.get("generators") : null;
    return nested == null ? List.of() : of(nested);
  }

  /** This generator and all below it. */
  public Stream<Generator> flattened() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Generator::flattened));
  }

  /** The provider blocks of a pull-request generator, first the one that counts. */
  public List<MapNode.Entry> providers() {
    return GeneratorKind.FORGES.stream()
        .map(body::entry)
        .filter(entry -> entry != null && !isNull(entry.value()))
        .toList();
  }

  /** To Go a field without a value is not there. */
  private static boolean isNull(Node value) {
    return value instanceof ScalarNode scalar && (scalar.isNull() || scalar.text().isEmpty());
  }

  /** Whether it makes one element a preview: from pull requests, or from files of overlays. */
  public boolean isPreview() {
    return is("pullRequest")
        || (is("git")
            && Stream.concat(body.mapsAt("files").stream(), body.mapsAt("directories").stream())
                .anyMatch(it -> PREVIEW_FILES.matcher(it.textOrEmpty("path")).find()));
  }
}

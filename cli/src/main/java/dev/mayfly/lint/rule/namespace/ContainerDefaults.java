package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * What the LimitRanges of a namespace give a container that says nothing. A limit falls back on the
 * largest that is allowed, a request on the limit, then on the smallest (Kubernetes, {@code
 * SetDefaults_LimitRangeItem}).
 */
record ContainerDefaults(List<MapNode> items) {
  private static final List<String> LIMIT = List.of("default", "max");
  private static final List<String> REQUEST = List.of("defaultRequest", "default", "max", "min");

  static ContainerDefaults of(Corpus corpus, String namespace) {
    return new ContainerDefaults(
        corpus.inNamespace(namespace).stream()
            .filter(it -> it.is(GroupKind.LIMIT_RANGE) && !corpus.mayChange(it))
            .map(Resource::root)
            .flatMap(it -> Fields.maps(it.at("spec", "limits")).stream())
            .filter(it -> Fields.text(it.get("type")).equals("Container"))
            .toList());
  }

  /**
   * What one container counts with, in the words of a quota such as {@code limits.memory}; empty
   * where neither it nor a LimitRange says anything.
   */
  Optional<Quantity> of(MapNode container, String bound) {
    String resource = bound.substring(bound.indexOf('.') + 1);
    boolean limit = bound.startsWith("limits.");
    Optional<Quantity> asked = Quantities.read(container.at("resources", "requests", resource));
    Optional<Quantity> most = Quantities.read(container.at("resources", "limits", resource));
    return (limit ? most : asked.or(() -> most)).or(() -> usual(bound));
  }

  /** The amount for a container without one of its own. */
  Optional<Quantity> usual(String bound) {
    String resource = bound.substring(bound.indexOf('.') + 1);
    for (String field : bound.startsWith("limits.") ? LIMIT : REQUEST) {
      for (MapNode item : items) {
        Optional<Quantity> amount = Quantities.read(item.at(field, resource));
        if (amount.isPresent()) {
          return amount;
        }
      }
    }
    return Optional.empty();
  }
}

package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.UsualResources;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * What the LimitRanges of a namespace give a container that says nothing. A limit falls back on the
 * largest that is allowed, a request on the limit, then on the smallest (Kubernetes, {@code
 * SetDefaults_LimitRangeItem}).
 */
record LimitRanges(List<MapNode> items, WrittenAmounts written) implements UsualResources {
  static LimitRanges of(Corpus corpus, String namespace, WrittenAmounts written) {
    return new LimitRanges(
        corpus.inNamespace(namespace).stream()
            .filter(it -> it.is(GroupKind.LIMIT_RANGE) && !corpus.mayChange(it))
            .flatMap(it -> it.mapsAt("spec", "limits").stream())
            .filter(it -> it.textOrEmpty("type").equals("Container"))
            .toList(),
        written);
  }

  @Override
  public Optional<Quantity> request(String resource) {
    return first(resource, "defaultRequest", "default", "max", "min");
  }

  @Override
  public Optional<Quantity> limit(String resource) {
    return first(resource, "default", "max");
  }

  private Optional<Quantity> first(String resource, String... fields) {
    for (String field : fields) {
      for (MapNode item : items) {
        Optional<Quantity> amount = written.quantity(item, field, resource);
        if (amount.isPresent()) {
          return amount;
        }
      }
    }
    return Optional.empty();
  }
}

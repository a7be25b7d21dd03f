package dev.mayfly.lint.rule.namespace;

import dev.mayfly.capacity.PodSum;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a namespace ask for at least: only what is written is counted, and what is
 * written elsewhere, as in a chart, is not.
 */
final class Demand {
  private static final PodSum<Quantity> PODS =
      new PodSum<>(Quantity.ZERO, Quantity::plus, Quantity::or);
  private static final MapNode NOTHING = new MapNode(List.of(), Location.ofFile(""));

  private final List<Resource> objects;
  private final Map<String, Replicas> scaled;
  private final ContainerDefaults defaults;

  Demand(Corpus corpus, Deployed deployed, String namespace) {
    this.objects =
        deployed.into(namespace).stream().filter(it -> !corpus.mayChange(it, "replicas")).toList();
    this.scaled = Replicas.of(objects);
    this.defaults = ContainerDefaults.of(corpus, namespace);
  }

  /** The sum for a key of a quota, such as {@code requests.memory} or {@code pods}. */
  Quantity of(String bound, boolean largest) {
    Quantity sum = Quantity.ZERO;
    for (Resource object : objects) {
      long count = count(object, largest);
      sum = sum.plus(one(object, bound).times(Math.clamp(count, 0, 10_000)));
    }
    return sum;
  }

  private long count(Resource object, boolean largest) {
    return switch (object.kind()) {
      case "Deployment", "StatefulSet", "ReplicaSet" -> {
        long written = Fields.integer(object.at("spec", "replicas")).orElse(1);
        Replicas range = scaled.get(object.kind() + "/" + object.name());
        yield range == null ? written : range.of(written, largest);
      }
      case "Cluster" ->
          object.is(GroupKind.CLUSTER)
              ? Fields.integer(object.at("spec", "instances")).orElse(1)
              : 0;
      case "Pod", "PersistentVolumeClaim" -> 1;
      default -> 0;
    };
  }

  private Quantity one(Resource object, String bound) {
    if (bound.equals("requests.storage")) {
      return storage(object);
    }
    Node pod = object.is(GroupKind.CLUSTER) ? object.at("spec") : PodSpecs.of(object);
    if (pod == null) {
      return Quantity.ZERO;
    }
    if (bound.equals("pods")) {
      return Quantity.parse("1");
    }
    if (object.is(GroupKind.CLUSTER)) {
      return amount(pod instanceof MapNode cluster ? cluster : NOTHING, bound);
    }
    return PODS.of(pod, container -> amount(container, bound));
  }

  private Quantity amount(MapNode container, String bound) {
    return defaults.of(container, bound).orElse(Quantity.ZERO);
  }

  private static Quantity storage(Resource object) {
    if (object.is(GroupKind.CLUSTER)) {
      return size(object.at("spec", "storage", "size"))
          .plus(size(object.at("spec", "walStorage", "size")));
    }
    Quantity sum = size(object.at("spec", "resources", "requests", "storage"));
    for (MapNode claim : Fields.maps(object.at("spec", "volumeClaimTemplates"))) {
      sum = sum.plus(size(claim.at("spec", "resources", "requests", "storage")));
    }
    return sum;
  }

  private static Quantity size(@Nullable Node node) {
    return Quantities.read(node).orElse(Quantity.ZERO);
  }
}

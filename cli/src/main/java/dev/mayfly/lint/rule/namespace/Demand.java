package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.MapNode;

/** What the objects of a namespace ask for at least: only what is written is counted. */
final class Demand {
  private Demand() {}

  static Quantity of(Corpus corpus, String namespace, String resource) {
    Quantity sum = Quantity.ZERO;
    for (Resource object : corpus.inNamespace(namespace)) {
      if (!corpus.mayChange(object, "replicas")) {
        sum = sum.plus(of(object, resource));
      }
    }
    return sum;
  }

  private static Quantity of(Resource object, String resource) {
    if (object.is(GroupKind.CLUSTER)) {
      Quantity one =
          Quantities.read(object.at("spec", "resources", "requests", resource))
              .orElse(Quantity.ZERO);
      return times(one, Fields.integer(object.at("spec", "instances")).orElse(1));
    }
    if (!object.type().group().equals("apps") || object.kind().equals("DaemonSet")) {
      return Quantity.ZERO;
    }
    Quantity pod = Quantity.ZERO;
    for (MapNode container : Fields.maps(object.at("spec", "template", "spec", "containers"))) {
      pod =
          pod.plus(
              Quantities.read(container.at("resources", "requests", resource))
                  .orElse(Quantity.ZERO));
    }
    return times(pod, Fields.integer(object.at("spec", "replicas")).orElse(1));
  }

  private static Quantity times(Quantity quantity, long count) {
    return quantity.times(Math.clamp(count, 0, 10_000));
  }
}

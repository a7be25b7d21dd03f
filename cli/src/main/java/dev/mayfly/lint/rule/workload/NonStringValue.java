package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A value that must be a string is written as something else. */
public final class NonStringValue implements CorpusRule {
  private static final Set<String> BOOLEAN =
      Set.of("on", "On", "ON", "off", "Off", "OFF", "yes", "Yes", "YES", "no", "No", "NO");

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      List<MapNode.Entry> values = new ArrayList<>();
      boolean built = !corpus.including(resource).isEmpty();
      if (!built) {
        values.addAll(Fields.entries(resource.at("metadata", "annotations")));
      }
      values.addAll(Fields.entries(resource.at("metadata", "labels")));
      for (String field : List.of("labels", "annotations")) {
        values.addAll(Fields.entries(resource.at("spec", "template", "metadata", field)));
      }
      if (resource.is(GroupKind.CONFIG_MAP)) {
        values.addAll(Fields.entries(resource.at("data")));
      }
      if (resource.is(GroupKind.SECRET)) {
        values.addAll(Fields.entries(resource.at("stringData")));
      }
      for (MapNode container : PodSpecs.containers(resource)) {
        for (MapNode variable : Fields.maps(container.get("env"))) {
          Fields.entries(variable).stream()
              .filter(it -> it.key().text().equals("value"))
              .forEach(values::add);
        }
      }
      for (MapNode.Entry entry : values) {
        if (entry.value() instanceof ScalarNode scalar && isOther(scalar, built)) {
          report(corpus, resource, scalar, entry.key().text(), out.about(resource));
        }
      }
    }
  }

  /**
   * A plain scalar that only some readers take for a string counts: Kubernetes is one of them.
   * Kustomize puts these into quotes, and whatever an annotation is; other values it leaves.
   */
  private static boolean isOther(ScalarNode scalar, boolean built) {
    boolean other =
        scalar.type() != ScalarType.STRING || (!built && BOOLEAN.contains(scalar.text()));
    return scalar.plain() && !scalar.isNull() && other;
  }

  private static void report(
      Corpus corpus, Resource resource, ScalarNode scalar, String name, Findings out) {
    String message =
        "`%s` is %s"
            .formatted(
                name,
                scalar.type() == ScalarType.STRING ? "a boolean for YAML 1.1" : scalar.describe());
    if (corpus.isPatched(resource)) {
      out.unverifiable(
          scalar, message, "a kustomization patches this object; lint what kustomize makes of it");
    } else {
      out.add(scalar, message, Edit.replace(scalar.location(), "\"" + scalar.text() + "\""));
    }
  }
}

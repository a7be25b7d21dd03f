package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that must be a string is written as something else. */
public final class NonStringValue implements DocumentRule {
  private static final Set<String> BOOLEAN =
      Set.of("on", "On", "ON", "off", "Off", "OFF", "yes", "Yes", "YES", "no", "No", "NO");

  @Override
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (String field : List.of("labels", "annotations")) {
      check(resource.at("metadata", field), out);
      check(resource.at("spec", "template", "metadata", field), out);
    }
    if (resource.is(GroupKind.CONFIG_MAP)) {
      check(resource.at("data"), out);
    }
    if (resource.is(GroupKind.SECRET)) {
      check(resource.at("stringData"), out);
    }
    for (MapNode container : PodSpecs.containers(resource)) {
      for (MapNode variable : Fields.maps(container.get("env"))) {
        checkValue(variable.get("value"), "value", out);
      }
    }
  }

  private static void check(@Nullable Node map, Findings out) {
    Fields.entries(map).forEach(it -> checkValue(it.value(), it.key().text(), out));
  }

  /** A plain scalar that only some readers take for a string counts: Kubernetes is one of them. */
  private static void checkValue(@Nullable Node node, String name, Findings out) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      boolean other = scalar.type() != ScalarType.STRING || BOOLEAN.contains(scalar.text());
      if (scalar.plain() && other) {
        List<Edit> fix = Edit.replace(scalar.location(), "\"" + scalar.text() + "\"");
        out.add(scalar, "`" + name + "` is not a string here", fix);
      }
    }
  }
}

package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.kubernetes.LabelSelector;
import dev.mayfly.kubernetes.LabelSyntax;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code selector} beside a generator (Argo CD, {@code applicationset/utils/selector.go}): that
 * of Kubernetes, with its rules for keys and operators, but with any text as a value.
 */
record ParameterSelector(List<Requirement> requirements) {
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  /** What one key has to be. */
  record Requirement(String key, Predicate<@Nullable String> value) {}

  static ParameterSelector of(@Nullable Node selector) throws GeneratorStop {
    List<Requirement> requirements = new ArrayList<>();
    LabelSelector given = new LabelSelector(selector);
    for (MapNode.Entry label : given.labels()) {
      String wanted = NodeValues.text(label.value());
      requirements.add(new Requirement(key(label.key().text(), label.key()), wanted::equals));
    }
    for (Node item : given.expressions()) {
      requirements.add(new Requirement(key(item.textOrEmpty("key"), item), expression(item)));
    }
    return new ParameterSelector(List.copyOf(requirements));
  }

  /** One of labels, as the API reads it: its values have to be those of labels too. */
  static ParameterSelector ofLabels(@Nullable Node selector) throws GeneratorStop {
    LabelSelector given = new LabelSelector(selector);
    List<Node> values = new ArrayList<>();
    given.labels().forEach(it -> values.add(it.value()));
    given.expressions().forEach(it -> values.addAll(it.itemsAt("values")));
    for (Node value : values) {
      String text = NodeValues.text(value);
      if (!LabelSyntax.isValue(text)) {
        throw GeneratorStop.stall(
            value.location(),
            "the selector's " + MessageText.quoted(text) + " is not a value of a label");
      }
    }
    return of(selector);
  }

  private static String key(String key, Node at) throws GeneratorStop {
    if (LabelSyntax.isKey(key)) {
      return key;
    }
    throw GeneratorStop.stall(
        at.location(), "the selector's " + MessageText.quoted(key) + " is not a key of a label");
  }

  private static Predicate<@Nullable String> expression(Node item) throws GeneratorStop {
    List<String> values = item.stringsAt("values");
    String operator = item.textOrEmpty("operator");
    boolean lists = operator.equals("In") || operator.equals("NotIn");
    if (lists == values.isEmpty() && OPERATORS.contains(operator)) {
      throw GeneratorStop.stall(
          item.location(),
          "the selector's operator `" + operator + "` takes " + (lists ? "" : "no ") + "values");
    }
    return switch (operator) {
      case "In" -> value -> value != null && values.contains(value);
      // As with Kubernetes labels, what is absent is not in the list.
      case "NotIn" -> value -> value == null || !values.contains(value);
      case "Exists" -> value -> value != null;
      case "DoesNotExist" -> value -> value == null;
      default ->
          throw GeneratorStop.stall(
              item.location(),
              "the selector's operator is not one of `In`, `NotIn`, `Exists`, `DoesNotExist`");
    };
  }

  /** Before 3.4 a map of texts, such as {@code values}, is one value there. */
  boolean matches(GoValue.Entries parameters, ReleaseLine argoCd) {
    return requirements.isEmpty() || matches(FlatParameters.of(parameters, argoCd.isAtLeast(3, 4)));
  }

  boolean matches(SortedMap<String, String> flat) {
    return requirements.stream().allMatch(r -> r.value().test(flat.get(r.key())));
  }
}

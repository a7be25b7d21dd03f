package dev.mayfly.golden;

import dev.cel.common.CelValidationException;
import dev.mayfly.cel.KubernetesCel;
import dev.mayfly.cel.KubernetesCel.Compiled;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rendered ValidatingAdmissionPolicy, compiled; it judges objects as the API server would. */
public final class PolicyProgram {
  private final Map<String, Compiled> conditions = new LinkedHashMap<>();
  private final Map<String, Compiled> variables = new LinkedHashMap<>();
  private final Map<String, Compiled> validations = new LinkedHashMap<>();

  /** Why an expression gave no value, where it gave none. */
  private final Map<String, String> errors = new LinkedHashMap<>();

  PolicyProgram(Node policy) throws CelValidationException {
    KubernetesCel cel = new KubernetesCel();
    for (Node condition : items(policy, "matchConditions")) {
      conditions.put(text(condition, "name"), cel.condition(text(condition, "expression")));
    }
    for (Node variable : items(policy, "variables")) {
      String name = text(variable, "name");
      variables.put(name, cel.define(name, text(variable, "expression")));
    }
    for (Node validation : items(policy, "validations")) {
      if (validations.put(
              text(validation, "message"), cel.condition(text(validation, "expression")))
          != null) {
        throw new AssertionError("two validations say " + text(validation, "message"));
      }
    }
  }

  int expressions() {
    return conditions.size() + variables.size() + validations.size();
  }

  List<String> messages() {
    return List.copyOf(validations.keySet());
  }

  /** Whether the policy judges the object at all; an error would deny. */
  boolean matches(Object object) throws Exception {
    for (Compiled condition : conditions.values()) {
      if (!Boolean.TRUE.equals(condition.evaluate(given(object, null)))) {
        return false;
      }
    }
    return true;
  }

  /** The messages of all that refuse the object, an expression without a value among them. */
  List<String> refusals(Object object, @Nullable Object old) throws Exception {
    errors.clear();
    if (!matches(object)) {
      return List.of();
    }
    Map<String, Object> given = given(object, old);
    variables.forEach((name, variable) -> {
      Object value = value("variables." + name, variable, given);
      if (value != null) {
        given.put("variables." + name, value);
      }
    });
    List<String> refusals = new ArrayList<>();
    validations.forEach((message, validation) -> {
      if (!Boolean.TRUE.equals(value(message, validation, given))) {
        refusals.add(message);
      }
    });
    return refusals;
  }

  Map<String, String> errors() {
    return errors;
  }

  private @Nullable Object value(String what, Compiled expression, Map<String, Object> given) {
    try {
      return expression.evaluate(given);
    } catch (Exception e) {
      errors.put(what, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static Map<String, Object> given(Object object, @Nullable Object old) {
    Map<String, Object> given = new HashMap<>();
    given.put("object", object);
    if (old != null) {
      given.put("oldObject", old);
    }
    return given;
  }

  /** A document as the API server hands it to expressions. */
  public static Object value(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.entries().forEach(entry -> entries.put(entry.key().text(), value(entry.value())));
        yield entries;
      }
      case ListNode list ->
          new ArrayList<>(list.items().stream().map(PolicyProgram::value).toList());
      case ScalarNode scalar ->
          switch (scalar.type()) {
            case STRING -> scalar.text();
            case INTEGER -> Long.valueOf(scalar.text());
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case FLOAT -> Double.valueOf(scalar.text());
            case NULL -> throw new AssertionError("null: " + scalar.location());
          };
    };
  }

  private static List<Node> items(Node policy, String key) {
    return policy.at("spec", key) instanceof ListNode list ? list.items() : List.of();
  }

  private static String text(Node node, String key) {
    return String.valueOf(node.textAt(key));
  }
}

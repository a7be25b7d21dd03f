package dev.mayfly.facts;

import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * An admission policy as the cluster has it.
 *
 * @param says its conditions, variables and validations, in order
 * @param warnings what the API server's type checking says of it
 * @param denies whether a binding that was listed makes it deny
 */
public record AppliedPolicy(String name, List<String> says, List<String> warnings, boolean denies) {
  public AppliedPolicy {
    says = List.copyOf(says);
    warnings = List.copyOf(warnings);
  }

  /** What any ValidatingAdmissionPolicy says, without what servers add to it. */
  public static List<String> said(Node policy) {
    List<String> said = new ArrayList<>();
    said.add(String.valueOf(policy.textAt("spec", "failurePolicy")));
    for (String part : List.of("matchConditions", "variables", "validations")) {
      for (Node entry : policy.itemsAt("spec", part)) {
        said.add(part + " " + entry.textAt("name") + " " + entry.textAt("message"));
        said.add(String.valueOf(entry.textAt("expression")));
      }
    }
    for (Node rule : policy.itemsAt("spec", "matchConstraints", "resourceRules")) {
      for (String list : List.of("apiGroups", "apiVersions", "operations", "resources")) {
        rule.itemsAt(list).forEach(item -> said.add(list + " " + item.textAt()));
      }
    }
    return said;
  }
}

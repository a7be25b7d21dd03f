package dev.mayfly.facts;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  static List<String> said(Node policy) {
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

  /** One thing that keeps a policy that is rendered from holding in the cluster. */
  public record Gap(Severity severity, String message) {}

  /** Nothing where the cluster has the same policy and a binding that denies. */
  public static List<Gap> gaps(Node rendered, List<AppliedPolicy> applied) {
    String name = rendered.textAt("metadata", "name");
    Optional<AppliedPolicy> live =
        applied.stream().filter(known -> known.name().equals(name)).findFirst();
    return live.map(policy -> policy.gapsTo(rendered))
        .orElseGet(() -> List.of(error("the cluster does not have this policy")));
  }

  private List<Gap> gapsTo(Node rendered) {
    List<Gap> gaps = new ArrayList<>();
    if (!says.equals(said(rendered))) {
      gaps.add(error("the policy in the cluster says something else"));
    }
    if (!denies) {
      gaps.add(error("no binding in the cluster makes this policy deny"));
    }
    warnings.forEach(warning ->
        gaps.add(new Gap(Severity.WARNING, "the API server warns of an expression: " + warning)));
    return gaps;
  }

  private static Gap error(String message) {
    return new Gap(Severity.ERROR, message);
  }
}

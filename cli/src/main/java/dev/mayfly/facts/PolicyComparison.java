package dev.mayfly.facts;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps an admission policy that is rendered from holding in the cluster. */
public final class PolicyComparison {
  private PolicyComparison() {}

  /** One thing that is amiss. */
  public record Gap(Severity severity, String message) {}

  /** Nothing where the cluster has the same policy and a binding that denies. */
  public static List<Gap> of(Node rendered, List<AppliedPolicy> applied) {
    String name = rendered.textAt("metadata", "name");
    Optional<AppliedPolicy> live =
        applied.stream().filter(known -> known.name().equals(name)).findFirst();
    return live.map(policy -> gaps(rendered, policy))
        .orElseGet(() -> List.of(error("the cluster does not have this policy")));
  }

  private static List<Gap> gaps(Node rendered, AppliedPolicy live) {
    List<Gap> gaps = new ArrayList<>();
    if (!live.says().equals(AppliedPolicy.said(rendered))) {
      gaps.add(error("the policy in the cluster says something else"));
    }
    if (!live.denies()) {
      gaps.add(error("no binding in the cluster makes this policy deny"));
    }
    live.warnings()
        .forEach(warning ->
            gaps.add(
                new Gap(Severity.WARNING, "the API server warns of an expression: " + warning)));
    return gaps;
  }

  private static Gap error(String message) {
    return new Gap(Severity.ERROR, message);
  }
}

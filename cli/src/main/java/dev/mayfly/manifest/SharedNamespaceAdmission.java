package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.KIND;
import static dev.mayfly.manifest.AdmissionVariables.NAME;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.SELECTOR;
import static dev.mayfly.manifest.AdmissionVariables.isKind;
import static dev.mayfly.manifest.AdmissionVariables.isOwn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Beside production: every name, every selector and every reference of a preview stays inside it.
 */
final class SharedNamespaceAdmission {
  /** Kinds that mean every pod, or production's, when they select none. */
  private static final List<String> SELECTING =
      List.of("Service", "networking.k8s.io/NetworkPolicy", "policy/PodDisruptionBudget");

  private SharedNamespaceAdmission() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    checks.put("in a shared namespace every object is named after its preview", isOwn(NAME));
    checks.put("in a shared namespace a preview selects its own pods only", selectors());
    checks.putAll(SharedPodAdmission.checks(overlay));
    checks.putAll(SharedReferenceAdmission.checks());
    return checks;
  }

  /** A Job's selector is made up by the API server, of the Job's own id. */
  private static Expression selectors() {
    return Expressions.any(
        isKind("batch/Job"),
        Expressions.all(
            KIND.in(SELECTING).not(), isThere("selector").not(), isThere("podSelector").not()),
        SELECTOR.some("label", label -> isOwn(SELECTOR.at(label))));
  }

  private static Expression isThere(String key) {
    return OBJECT.maybe("spec").maybe(key).call("hasValue");
  }
}

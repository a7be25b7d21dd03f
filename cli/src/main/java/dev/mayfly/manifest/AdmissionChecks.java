package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.HOME;
import static dev.mayfly.manifest.AdmissionVariables.NAME;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.PLACE;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.isKind;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.template.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the API server refuses of a preview: conditions by the message that says what is wrong. */
final class AdmissionChecks {
  private AdmissionChecks() {}

  static Map<String, Expression> of(Overlay overlay) {
    Blueprint blueprint = overlay.blueprint();
    NamespacePolicy namespace = blueprint.platform().namespace();
    Map<String, Expression> checks = new LinkedHashMap<>();
    checks.put("a preview touches its own namespace only", placement(overlay));
    if (blueprint.ownsNamespace()) {
      checks.put(
          "a preview's Namespace has the pod security of the platform",
          podSecurity(NamespaceKind.podSecurity(namespace.podSecurity().word())));
    }
    checks.putAll(EnvironmentAdmission.checks(overlay));
    checks.putAll(RenderedKinds.checks(overlay));
    checks.putAll(AdmittedDatabases.checks(overlay));
    checks.putAll(AdmittedPods.checks(overlay));
    checks.putAll(AdmittedExposure.checks(overlay));
    checks.putAll(AdmittedHosts.checks(overlay));
    checks.putAll(AdmittedTargets.checks(overlay));
    if (namespace.isShared()) {
      checks.putAll(SharedNamespaceAdmission.checks(overlay));
    }
    return checks;
  }

  private static Expression placement(Overlay overlay) {
    Blueprint blueprint = overlay.blueprint();
    List<Expression> permitted = new ArrayList<>();
    permitted.add(PLACE.eq(HOME));
    if (blueprint.ownsNamespace()) {
      permitted.add(PLACE.eq("").and(isKind("Namespace")).and(NAME.eq(HOME)));
    }
    if (blueprint.hasDatabaseElsewhere()) {
      Text elsewhere = blueprint.names().database().orElseThrow().namespace();
      Expression kinds = Expressions.listOf(RenderedKinds.in(overlay, elsewhere));
      permitted.add(
          PLACE.eq(NameExpression.ofName(elsewhere)).and(AdmissionVariables.KIND.in(kinds)));
    }
    return Expressions.any(permitted);
  }

  /** All of the labels that Pod Security reads, and none that would weaken them. */
  private static Expression podSecurity(Map<String, String> labels) {
    Expression there = OBJECT.field("metadata").field("labels");
    List<Expression> conditions = new ArrayList<>();
    new TreeMap<>(labels).forEach((key, level) -> conditions.add(there.field(key).eq(level)));
    Expression ofPodSecurity = Expressions.of(KubernetesMetadata.POD_SECURITY);
    Expression known = Expressions.listOf(new TreeMap<>(labels).keySet());
    conditions.add(
        there.all("key", key -> key.call("startsWith", ofPodSecurity).not().or(key.in(known))));
    return ifKind("Namespace", Expressions.all(conditions));
  }
}

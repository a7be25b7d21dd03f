package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.HOME;
import static dev.mayfly.manifest.AdmissionVariables.KIND;
import static dev.mayfly.manifest.AdmissionVariables.NAME;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.PLACE;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.isKind;
import static dev.mayfly.manifest.AdmissionVariables.isOwn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.template.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the API server refuses of a preview: conditions by the message that says what is wrong. */
final class AdmissionChecks {
  private static final List<GroupKind> BOUNDS =
      List.of(GroupKind.LIMIT_RANGE, GroupKind.RESOURCE_QUOTA);

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
    checks.putAll(environment(overlay));
    checks.putAll(RenderedKinds.checks(overlay));
    checks.putAll(AdmittedDatabases.checks(overlay));
    checks.putAll(AdmittedPods.checks(overlay));
    checks.putAll(AdmittedExposure.checks(overlay));
    checks.putAll(AdmittedHosts.checks(overlay));
    checks.putAll(AdmittedTargets.checks(overlay));
    if (namespace.isShared()) {
      checks.put("in a shared namespace every object is named after its preview", isOwn(NAME));
      checks.putAll(SharedPodAdmission.checks(overlay));
      checks.putAll(SharedReferenceAdmission.checks());
    }
    return checks;
  }

  /**
   * Who brings what of a namespace that several apps share. The project must permit the kinds of
   * all of them to each.
   */
  private static Map<String, Expression> environment(Overlay overlay) {
    Blueprint blueprint = overlay.blueprint();
    if (blueprint.isEnvironment()) {
      TreeSet<String> own = new TreeSet<>();
      overlay.objects().forEach(object -> own.add(object.type().toString()));
      return Map.of("an environment brings its namespace and what bounds it only", KIND.in(own));
    }
    List<String> foreign =
        BOUNDS.stream()
            .filter(kind -> !blueprint.app().resources().contains(kind))
            .filter(kind -> !RenderedKinds.isRendered(overlay, kind.group(), kind.kind()))
            .map(GroupKind::toString)
            .toList();
    return !blueprint.isInEnvironment() || foreign.isEmpty()
        ? Map.of()
        : Map.of(
            "what bounds the namespace is brought by the environment, not by an app",
            KIND.in(foreign).not());
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

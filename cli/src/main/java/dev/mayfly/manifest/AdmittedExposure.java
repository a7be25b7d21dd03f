package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.HOME;
import static dev.mayfly.manifest.AdmissionVariables.KIND;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.listIn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Blueprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a preview may be reached: by its own host, through the listener of the platform. */
final class AdmittedExposure {
  private static final String GATEWAY_API = "gateway.networking.k8s.io";
  private static final List<String> GATEWAY_GROUPS =
      List.of(GATEWAY_API, "gateway.networking.x-k8s.io");

  private AdmittedExposure() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    checks.put("a preview's Service is reached inside the cluster only", service());
    checks.put(
        "a preview's Ingress has its own host only",
        ifKind("networking.k8s.io/Ingress", ingress(overlay.blueprint())));
    if (!RenderedKinds.isRendered(overlay, GATEWAY_API, "HTTPRoute")) {
      checks.put(
          "a preview's route has its own host and listener only",
          ifKind(GATEWAY_API + "/HTTPRoute", route(overlay)));
    }
    checks.put("a preview brings no gateway", gateways(overlay));
    return checks;
  }

  private static Expression service() {
    Expression spec = OBJECT.maybe("spec");
    return ifKind(
        "Service",
        spec.maybe("type")
            .orElse("ClusterIP")
            .eq("ClusterIP")
            .and(Expressions.isEmpty(listIn(spec, "externalIPs"))));
  }

  /** A rule without a host, or a default backend, would answer for every host. */
  private static Expression ingress(Blueprint blueprint) {
    if (PreviewHosts.of(blueprint).isEmpty()) {
      return Expression.FALSE;
    }
    Expression spec = OBJECT.field("spec");
    return Expressions.all(
        ofClass(blueprint),
        Expressions.has(spec.field("defaultBackend")).not(),
        spec.field("rules").all("rule", rule -> PreviewHosts.isOwn(blueprint, rule.field("host"))),
        listIn(OBJECT.maybe("spec"), "tls")
            .all(
                "tls",
                tls ->
                    tls.field("hosts").all("host", host -> PreviewHosts.isOwn(blueprint, host))));
  }

  /** The platform's controller and no other, where it has one: the older annotation goes first. */
  private static Expression ofClass(Blueprint blueprint) {
    Expression older =
        OBJECT.maybe("metadata").maybe("annotations").maybe(KubernetesMetadata.INGRESS_CLASS);
    return blueprint
        .platform()
        .exposure()
        .byIngress()
        .map(entrance ->
            OBJECT
                .field("spec")
                .field("ingressClassName")
                .eq(entrance.className())
                .and(older.call("hasValue").not()))
        .orElse(Expression.TRUE);
  }

  private static Expression route(Overlay overlay) {
    if (RouteParent.of(overlay.blueprint().platform()).isEmpty()) {
      return Expression.FALSE;
    }
    return Expressions.all(
        PreviewHosts.areOwn(overlay.blueprint(), OBJECT.field("spec").field("hostnames")),
        parents(overlay),
        listIn(OBJECT.maybe("spec"), "rules")
            .all(
                "rule",
                rule ->
                    listIn(rule, "backendRefs").all("backend", AdmittedExposure::isBackendHere)));
  }

  /** Without parents it attaches to nothing, until somebody else adds one. */
  static Expression parents(Overlay overlay) {
    Optional<RouteParent> own = RouteParent.of(overlay.blueprint().platform());
    return own.map(AdmittedExposure::parents).orElse(Expression.FALSE);
  }

  private static Expression parents(RouteParent parent) {
    Expression parents = OBJECT.field("spec").field("parentRefs");
    return Expressions.all(
        parents.all(
            "parent",
            ref ->
                Expressions.all(
                    ref.field("kind").eq(parent.kind()),
                    ref.field("name").eq(parent.name()),
                    ref.field("namespace").eq(parent.namespace()),
                    ref.field("sectionName").eq(parent.listener()))),
        Expressions.isEmpty(parents).not());
  }

  private static Expression isBackendHere(Expression backend) {
    return backend.maybe("namespace").orElse(HOME).eq(HOME);
  }

  /** Routes of other kinds name hosts as well; only what the admin listed is the admin's word. */
  private static Expression gateways(Overlay overlay) {
    List<String> known = new ArrayList<>();
    known.add(GATEWAY_API + "/HTTPRoute");
    overlay.blueprint().app().resources().stream()
        .map(GroupKind::toString)
        .filter(kind -> GATEWAY_GROUPS.stream().anyMatch(group -> kind.startsWith(group + "/")))
        .forEach(known::add);
    List<Expression> permitted = new ArrayList<>();
    permitted.add(
        Expressions.all(
            GATEWAY_GROUPS.stream()
                .map(group -> KIND.call("startsWith", group + "/").not())
                .toList()));
    permitted.add(KIND.in(known));
    return Expressions.any(permitted);
  }
}

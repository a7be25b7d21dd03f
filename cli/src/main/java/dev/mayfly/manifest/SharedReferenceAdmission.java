package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.isOwn;
import static dev.mayfly.manifest.AdmissionVariables.isOwnIfAny;
import static dev.mayfly.manifest.AdmissionVariables.listIn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Beside production: what claims, routes, autoscalers and others name is the preview's own. */
final class SharedReferenceAdmission {
  private static final Expression SPEC = OBJECT.maybe("spec");

  private SharedReferenceAdmission() {}

  static Map<String, Expression> checks() {
    Map<String, Expression> checks = new LinkedHashMap<>();
    checks.put("in a shared namespace a preview keeps its own data only", data());
    checks.put("in a shared namespace a preview writes its own secrets only", secrets());
    checks.put("in a shared namespace a preview steers its own workload only", targets());
    checks.put("in a shared namespace a preview leads to its own services only", backends());
    return checks;
  }

  /** Claims and snapshots made from others, and the claims that a StatefulSet makes. */
  private static Expression data() {
    Expression claims =
        listIn(SPEC, "volumeClaimTemplates").all("claim", claim -> fromOwn(claim.maybe("spec")));
    Expression snapshot = SPEC.maybe("source");
    return Expressions.all(
        ifKind("PersistentVolumeClaim", fromOwn(SPEC)),
        claims,
        ifKind(
            "snapshot.storage.k8s.io/VolumeSnapshot",
            isOwn(snapshot.maybe("persistentVolumeClaimName").orElse(""))));
  }

  private static Expression fromOwn(Expression claim) {
    return isOwnIfAny(claim.maybe("dataSource").maybe("name"))
        .and(isOwnIfAny(claim.maybe("dataSourceRef").maybe("name")));
  }

  /** Kubernetes writes the token of any account into a Secret that asks for it. */
  private static Expression secrets() {
    return ifKind(
            "external-secrets.io/ExternalSecret", isOwnIfAny(SPEC.maybe("target").maybe("name")))
        .and(
            ifKind(
                "Secret",
                isOwnIfAny(
                    OBJECT
                        .field("metadata")
                        .maybe("annotations")
                        .maybe("kubernetes.io/service-account.name"))));
  }

  /** Autoscalers by what they scale; slices of endpoints by the Service that they belong to. */
  private static Expression targets() {
    return Expressions.all(
        isOwnIfAny(SPEC.maybe("scaleTargetRef").maybe("name")),
        isOwnIfAny(SPEC.maybe("targetRef").maybe("name")),
        ifKind(
            "discovery.k8s.io/EndpointSlice",
            isOwnIfAny(
                OBJECT.field("metadata").maybe("labels").maybe("kubernetes.io/service-name"))));
  }

  /**
   * A filter may send a copy of each request elsewhere, so filters are held to those that do not.
   */
  private static Expression backends() {
    Expression route =
        listIn(SPEC, "rules")
            .all(
                "rule",
                rule ->
                    harmless(rule)
                        .and(
                            listIn(rule, "backendRefs")
                                .all(
                                    "backend",
                                    backend ->
                                        isOwn(backend.field("name")).and(harmless(backend)))));
    Expression ingress =
        listIn(SPEC, "rules")
            .all(
                "rule",
                rule ->
                    listIn(rule.maybe("http"), "paths")
                        .all(
                            "path",
                            path -> isOwn(path.field("backend").field("service").field("name"))))
            .and(listIn(SPEC, "tls").all("tls", tls -> isOwnIfAny(tls.maybe("secretName"))));
    return Expressions.all(
        ifKind("gateway.networking.k8s.io/HTTPRoute", route),
        ifKind("networking.k8s.io/Ingress", ingress));
  }

  private static Expression harmless(Expression holder) {
    return listIn(holder, "filters")
        .all(
            "filter",
            filter ->
                filter
                    .field("type")
                    .in(
                        "CORS",
                        "RequestHeaderModifier",
                        "RequestRedirect",
                        "ResponseHeaderModifier",
                        "URLRewrite"));
  }
}

package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.CONTAINERS;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.POD;
import static dev.mayfly.manifest.AdmissionVariables.isKind;
import static dev.mayfly.manifest.AdmissionVariables.isOwn;
import static dev.mayfly.manifest.AdmissionVariables.isOwnIfAny;
import static dev.mayfly.manifest.AdmissionVariables.listIn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Beside production: what pods, claims, routes and others name is the preview's own. */
final class SharedReferenceAdmission {
  private static final Expression SPEC = OBJECT.maybe("spec");
  private static final Expression POD_SPEC = POD.maybe("spec");

  private SharedReferenceAdmission() {}

  static Map<String, Expression> checks() {
    Map<String, Expression> checks = new LinkedHashMap<>();
    checks.put(
        "in a shared namespace pods read their preview's secrets and settings only", environment());
    checks.put("in a shared namespace pods mount their preview's volumes only", volumes());
    checks.put("in a shared namespace pods run as their preview's own account", account());
    checks.put("in a shared namespace a preview keeps its own data only", data());
    checks.put("in a shared namespace a preview writes its own secrets only", secrets());
    checks.put("in a shared namespace a preview steers its own workload only", targets());
    checks.put("in a shared namespace a preview leads to its own services only", backends());
    return checks;
  }

  private static Expression environment() {
    return CONTAINERS.all(
        "container",
        container ->
            listIn(container, "env")
                .all("env", env -> named(env.maybe("valueFrom"), "secretKeyRef", "configMapKeyRef"))
                .and(
                    listIn(container, "envFrom")
                        .all("source", source -> named(source, "secretRef", "configMapRef"))));
  }

  private static Expression volumes() {
    return listIn(POD_SPEC, "volumes")
        .all(
            "volume",
            volume ->
                Expressions.all(
                    List.of(
                        volume.all(
                            "key",
                            key ->
                                key.in(
                                    Expressions.listOf(
                                        List.of(
                                            "name",
                                            "configMap",
                                            "downwardAPI",
                                            "emptyDir",
                                            "image",
                                            "persistentVolumeClaim",
                                            "projected",
                                            "secret")))),
                        isOwnIfAny(volume.maybe("secret").maybe("secretName")),
                        isOwnIfAny(volume.maybe("persistentVolumeClaim").maybe("claimName")),
                        named(volume, "configMap"),
                        listIn(volume.maybe("projected"), "sources")
                            .all("source", source -> named(source, "secret", "configMap")))));
  }

  /** Whoever names no account runs as the namespace's default one, which production may use too. */
  private static Expression account() {
    Expression theDefault = Expressions.of("default");
    Expression account = POD_SPEC.maybe("serviceAccountName").orElse(theDefault);
    // The key of old, which Kubernetes still reads.
    Expression former = POD_SPEC.maybe("serviceAccount").orElse(account);
    return Expressions.all(
        List.of(
            account.eq(theDefault).or(isOwn(account)),
            former.eq(theDefault).or(isOwn(former)),
            listIn(POD_SPEC, "imagePullSecrets")
                .all("secret", secret -> isOwn(secret.field("name"))),
            isKind("ServiceAccount")
                .not()
                .or(
                    Expressions.all(
                        Stream.of("imagePullSecrets", "secrets")
                            .map(
                                key ->
                                    OBJECT
                                        .maybe(key)
                                        .orElse(new Expression.Items(List.of()))
                                        .all("secret", secret -> isOwn(secret.field("name"))))
                            .toList()))));
  }

  /** Claims and snapshots made from others, and the claims that a StatefulSet makes. */
  private static Expression data() {
    Expression claims =
        listIn(SPEC, "volumeClaimTemplates").all("claim", claim -> fromOwn(claim.maybe("spec")));
    Expression snapshot = SPEC.maybe("source");
    return Expressions.all(
        List.of(
            isKind("PersistentVolumeClaim").not().or(fromOwn(SPEC)),
            claims,
            isKind("snapshot.storage.k8s.io/VolumeSnapshot")
                .not()
                .or(
                    isOwn(
                        snapshot.maybe("persistentVolumeClaimName").orElse(Expressions.of(""))))));
  }

  private static Expression fromOwn(Expression claim) {
    return isOwnIfAny(claim.maybe("dataSource").maybe("name"))
        .and(isOwnIfAny(claim.maybe("dataSourceRef").maybe("name")));
  }

  /** Kubernetes writes the token of any account into a Secret that asks for it. */
  private static Expression secrets() {
    return isKind("external-secrets.io/ExternalSecret")
        .not()
        .or(isOwnIfAny(SPEC.maybe("target").maybe("name")))
        .and(
            isKind("Secret")
                .not()
                .or(
                    isOwnIfAny(
                        OBJECT
                            .field("metadata")
                            .maybe("annotations")
                            .maybe("kubernetes.io/service-account.name"))));
  }

  /** Autoscalers by what they scale; slices of endpoints by the Service that they belong to. */
  private static Expression targets() {
    return Expressions.all(
        List.of(
            isOwnIfAny(SPEC.maybe("scaleTargetRef").maybe("name")),
            isOwnIfAny(SPEC.maybe("targetRef").maybe("name")),
            isKind("discovery.k8s.io/EndpointSlice")
                .not()
                .or(
                    isOwnIfAny(
                        OBJECT
                            .field("metadata")
                            .maybe("labels")
                            .maybe("kubernetes.io/service-name")))));
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
        List.of(
            isKind("gateway.networking.k8s.io/HTTPRoute").not().or(route),
            isKind("networking.k8s.io/Ingress").not().or(ingress)));
  }

  private static Expression harmless(Expression holder) {
    return listIn(holder, "filters")
        .all(
            "filter",
            filter ->
                filter
                    .field("type")
                    .in(
                        Expressions.listOf(
                            List.of(
                                "CORS",
                                "RequestHeaderModifier",
                                "RequestRedirect",
                                "ResponseHeaderModifier",
                                "URLRewrite"))));
  }

  /** Whatever these keys refer to by {@code name} is the preview's. */
  private static Expression named(Expression holder, String... keys) {
    return Expressions.all(
        Stream.of(keys).map(key -> isOwnIfAny(holder.maybe(key).maybe("name"))).toList());
  }
}

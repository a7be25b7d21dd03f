package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.APPLICATION;
import static dev.mayfly.manifest.AdmissionVariables.CONTAINERS;
import static dev.mayfly.manifest.AdmissionVariables.KIND;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.POD;
import static dev.mayfly.manifest.AdmissionVariables.SELECTOR;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
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

/**
 * Beside production: a preview selects its own pods, which bear its label, and what they read and
 * run as is its own.
 */
final class SharedPodAdmission {
  private static final Expression POD_SPEC = POD.maybe("spec");

  /** Kinds that mean every pod, or production's, when they select none. */
  private static final List<String> SELECTING =
      List.of("Service", "networking.k8s.io/NetworkPolicy", "policy/PodDisruptionBudget");

  private SharedPodAdmission() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    checks.put("in a shared namespace a preview selects its own pods only", selectors());
    checks.put("in a shared namespace a preview's pods bear its label", podLabels(overlay));
    checks.put(
        "in a shared namespace pods read their preview's secrets and settings only", environment());
    checks.put("in a shared namespace pods mount their preview's volumes only", volumes());
    checks.put("in a shared namespace pods run as their preview's own account", account());
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

  private static Expression podLabels(Overlay overlay) {
    String label = BundleSource.podLabel(overlay.blueprint());
    return Expressions.isEmpty(CONTAINERS)
        .or(POD.maybe("metadata").maybe("labels").maybe(label).orElse("").eq(APPLICATION));
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
                    volume.all(
                        "key",
                        key ->
                            key.in(
                                "name",
                                "configMap",
                                "downwardAPI",
                                "emptyDir",
                                "image",
                                "persistentVolumeClaim",
                                "projected",
                                "secret")),
                    isOwnIfAny(volume.maybe("secret").maybe("secretName")),
                    isOwnIfAny(volume.maybe("persistentVolumeClaim").maybe("claimName")),
                    named(volume, "configMap"),
                    listIn(volume.maybe("projected"), "sources")
                        .all("source", source -> named(source, "secret", "configMap"))));
  }

  /** Whoever names no account runs as the namespace's default one, which production may use too. */
  private static Expression account() {
    Expression theDefault = Expressions.of("default");
    Expression account = POD_SPEC.maybe("serviceAccountName").orElse(theDefault);
    // The key of old, which Kubernetes still reads.
    Expression former = POD_SPEC.maybe("serviceAccount").orElse(account);
    return Expressions.all(
        account.eq(theDefault).or(isOwn(account)),
        former.eq(theDefault).or(isOwn(former)),
        listIn(POD_SPEC, "imagePullSecrets").all("secret", secret -> isOwn(secret.field("name"))),
        ifKind(
            "ServiceAccount",
            Expressions.all(
                Stream.of("imagePullSecrets", "secrets")
                    .map(key ->
                        listIn(OBJECT, key).all("secret", secret -> isOwn(secret.field("name"))))
                    .toList())));
  }

  /** Whatever these keys refer to by {@code name} is the preview's. */
  private static Expression named(Expression holder, String... keys) {
    return Expressions.all(
        Stream.of(keys).map(key -> isOwnIfAny(holder.maybe(key).maybe("name"))).toList());
  }
}

package dev.mayfly.change;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.review.Rerendering;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must run in a cluster, or be installed there, before it takes what is rendered. */
public final class ClusterNeeds {
  /**
   * What objects of one API group ask for.
   *
   * @param use what of {@code mayfly.yaml} renders them
   * @param needed in Markdown, with links to the projects' own pages
   */
  public record Need(String apiGroup, String use, String needed) {}

  /** By group; the core group needs nothing. */
  public static final List<Need> ALL =
      List.of(
          new Need(
              "admissionregistration.k8s.io",
              "the admission policy of previews",
              "[Kubernetes](https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/)"
                  + " 1.30 or newer"),
          new Need(
              "argoproj.io",
              "everything",
              "[Argo CD](https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/) with"
                  + " its ApplicationSet controller"),
          new Need("batch", "`database.migrationCheck`", "nothing beyond Kubernetes"),
          new Need(
              "cert-manager.io",
              "`exposure` with a certificate of an issuer",
              "[cert-manager](https://cert-manager.io/docs/) and the issuer"),
          new Need(
              "external-secrets.io",
              "`bindings.secrets`, a `database` elsewhere, access and webhook Secrets",
              "[External Secrets Operator](https://external-secrets.io/latest/) and the store that"
                  + " `store` names; one that reads the database's namespace is a store of the"
                  + " [kubernetes provider](https://external-secrets.io/latest/provider/kubernetes/)"),
          new Need(
              "gateway.envoyproxy.io",
              "`exposure.access` at the gateway",
              "[Envoy Gateway](https://gateway.envoyproxy.io/docs/); for others override the template"),
          new Need(
              "gateway.networking.k8s.io",
              "`exposure.gateway`, `argocd.webhook`",
              "[Gateway API](https://gateway-api.sigs.k8s.io/) and a controller of it"),
          new Need(
              "generators.external-secrets.io",
              "`database.mode: shared`",
              "External Secrets Operator"),
          new Need(
              "networking.k8s.io",
              "default deny, and `exposure.ingress`",
              "a network plugin that enforces"
                  + " [NetworkPolicy](https://kubernetes.io/docs/concepts/services-networking/network-policies/);"
                  + " for Ingress its controller"),
          new Need(
              "postgresql.cnpg.io",
              "`database`",
              "[CloudNativePG](https://cloudnative-pg.io/docs/) 1.24 or newer; `mode: shared` needs 1.30"
                  + " for DatabaseRole"),
          new Need(
              "snapshot.storage.k8s.io",
              "`database.mode: clone` from a snapshot",
              "a CSI driver with"
                  + " [volume snapshots](https://kubernetes.io/docs/concepts/storage/volume-snapshots/)"),
          new Need("storage.k8s.io", "clones on a class of their own", "the CSI driver"));

  private ClusterNeeds() {}

  /**
   * Those of one platform and of a preview of each of its apps, as they are rendered.
   *
   * @throws ProblemsException (configuration, rendering) when they cannot be rendered
   */
  public static List<Need> of(Policy policy) {
    TreeSet<String> groups = new TreeSet<>();
    RenderedObjects.of(policy, Rerendering.of(policy, new TreeMap<>()))
        .keySet()
        .forEach(object -> groups.add(object.apiGroup()));
    return ALL.stream().filter(need -> groups.contains(need.apiGroup())).toList();
  }
}

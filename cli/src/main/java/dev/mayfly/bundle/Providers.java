package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.PodNeed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What brings a Secret, a ConfigMap, an account or a claim into the preview's namespace. */
final class Providers {
  /** In every namespace (Kubernetes docs, "RootCAConfigMap" and "Default service accounts"). */
  private static final Set<String> EVERYWHERE =
      Set.of("ConfigMap kube-root-ca.crt", "ServiceAccount default");

  /** Whose kinds make no other objects, or only the ones that are known here. */
  private static final Set<String> KNOWN =
      Set.of(
          "",
          "apps",
          "autoscaling",
          "batch",
          "policy",
          "external-secrets.io",
          "bitnami.com",
          "cert-manager.io",
          "gateway.networking.k8s.io",
          "networking.k8s.io",
          "postgresql.cnpg.io",
          "rbac.authorization.k8s.io",
          "traefik.io",
          "traefik.containo.us",
          "route.openshift.io");

  private static final Set<String> MAKERS = Set.of("ExternalSecret", "SealedSecret");

  private final List<BundleObject> objects;
  private final List<BundleObject> platform;

  /** All that is in the preview's namespace, from both sources. */
  Providers(Bundle bundle) {
    platform = bundle.overlay().stream().filter(bundle::isHome).toList();
    objects = Stream.concat(bundle.objects().stream(), platform.stream()).toList();
  }

  /** Those that bring it, each under the name that is asked for. */
  List<BundleObject> of(PodNeed need) {
    return objects.stream().filter(object -> brings(object, need)).toList();
  }

  /** The names under which the overlay brings objects of a kind, those of a Secret's makers too. */
  List<String> offered(String kind) {
    return platform.stream()
        .filter(ours ->
            ours.kind().equals(kind) && ours.group().isEmpty()
                || kind.equals("Secret") && MAKERS.contains(ours.kind()))
        .map(BundleObject::name)
        .distinct()
        .toList();
  }

  static boolean isEverywhere(PodNeed need) {
    return EVERYWHERE.contains(need.key());
  }

  /** An object whose operator may make anything. */
  Optional<BundleObject> unknown() {
    return objects.stream().filter(object -> !KNOWN.contains(object.group())).findFirst();
  }

  private static boolean brings(BundleObject object, PodNeed need) {
    boolean maker = object.type().equals(GroupKind.CLUSTER) || !KNOWN.contains(object.group());
    return PodNeed.met(object.type(), object.root()).filter(need.key()::equals).isPresent()
        || maker && isNamedAfter(object, need.name().text());
  }

  /** Operators call what they make after the object that asks for it. */
  private static boolean isNamedAfter(BundleObject object, String name) {
    return name.equals(object.name()) || name.startsWith(object.name() + "-");
  }
}

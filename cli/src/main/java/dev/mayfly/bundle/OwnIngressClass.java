package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Entrance.ByIngress;
import java.util.Optional;

/** An Ingress of the bundle's own is for the controller that the platform admits. */
final class OwnIngressClass implements ObjectCheck {
  private static final String OLDER = KubernetesMetadata.INGRESS_CLASS;

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    Optional<ByIngress> entrance = bundle.blueprint().platform().exposure().byIngress();
    boolean older = object.root().at("metadata", "annotations", OLDER) != null;
    if (entrance.isPresent()
        && object.type().equals(GroupKind.INGRESS)
        && (older || !entrance.get().className().equals(object.text("spec", "ingressClassName")))) {
      findings.error(
          "foreign-class",
          older
              ? object.at("metadata", "annotations", OLDER)
              : object.at("spec", "ingressClassName"),
          object.title() + " is for another controller than the platform's",
          "write `ingressClassName: " + entrance.get().className() + "`, without the annotation");
    }
  }
}

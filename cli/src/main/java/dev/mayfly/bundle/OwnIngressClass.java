package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Entrance.ByIngress;
import java.util.Optional;

/** An Ingress of the bundle's own is for the controller that the platform admits. */
final class OwnIngressClass implements BundleCheck {
  private static final String OLDER = "kubernetes.io/ingress.class";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    Optional<ByIngress> entrance = bundle.blueprint().platform().exposure().byIngress();
    if (entrance.isEmpty()) {
      return;
    }
    String own = entrance.get().className();
    for (BundleObject object : bundle.objects()) {
      boolean older = object.root().at("metadata", "annotations", OLDER) != null;
      if (object.type().equals(GroupKind.INGRESS)
          && (older || !own.equals(object.text("spec", "ingressClassName")))) {
        findings.error(
            "foreign-class",
            older
                ? object.at("metadata", "annotations", OLDER)
                : object.at("spec", "ingressClassName"),
            object.title() + " is for another controller than the platform's",
            "write `ingressClassName: " + own + "`, without the annotation");
      }
    }
  }
}

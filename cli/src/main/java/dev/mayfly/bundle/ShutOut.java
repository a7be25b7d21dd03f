package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.manifest.HostPlace;
import java.util.List;

/**
 * A route of the bundle's own is of no use where the preview's policies let nobody in from outside:
 * they open the port of {@code apps[].service} only.
 */
final class ShutOut implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    List<BundleObject> objects = bundle.objects();
    boolean admits = !bundle.blueprint().platform().namespace().ingress().isEmpty();
    if (admits
        || bundle.app().routes().stream().anyMatch(route -> route.targetPort().isPresent())
        || objects.stream().anyMatch(object -> object.kind().equals("NetworkPolicy"))) {
      return;
    }
    objects.stream()
        .filter(ShutOut::isRoute)
        .findFirst()
        .ifPresent(route ->
            findings.warning(
                "shut-out",
                route.at("kind"),
                route.title() + " leads to pods that the preview's network policies block",
                "let the controller in by `namespace.ingress`, and give the preview its URL by"
                    + " `routes: [{host: ..., bundle: true}]`; or leave the route to the"
                    + " platform, by `apps[].service`"));
  }

  private static boolean isRoute(BundleObject object) {
    return HostPlace.isTraefik(object.type())
        || HostPlace.ALL.stream()
            .anyMatch(place -> place.leads() && place.kind().equals(object.type()));
  }
}

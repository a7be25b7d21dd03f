package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.platform.Route;
import dev.mayfly.yaml.Node;
import java.util.List;

/**
 * A host that the platform leaves to the bundle is one that something of the bundle answers for.
 */
final class BroughtRoutes implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (bundle.objects().isEmpty()) {
      return;
    }
    List<Route> routes = bundle.app().routes();
    for (int i = 0; i < routes.size(); i++) {
      String host = bundle.host(i);
      if (routes.get(i).service().isEmpty()
          && bundle.objects().stream().noneMatch(object -> answers(object, host))) {
        findings.error(
            "missing-route",
            bundle.files().location(""),
            "a route for the preview's host `" + host + "` is missing from the bundle",
            "bring a route for it, or name a `service` in `" + routes.get(i).field() + "`");
      }
    }
  }

  private static boolean answers(BundleObject object, String host) {
    boolean named =
        HostPlace.ALL.stream()
            .filter(place -> place.leads() && object.type().equals(place.kind()))
            .flatMap(place -> place.hosts(object.root()).stream())
            .anyMatch(there -> there.text().equals(host));
    return named
        || HostPlace.isTraefik(object.type())
            && object.root().itemsAt("spec", "routes").stream().anyMatch(it -> isFor(it, host));
  }

  private static boolean isFor(Node rule, String host) {
    String match = String.valueOf(rule.textAt("match"));
    return HostPlace.traefikRules(host).stream()
        .anyMatch(own -> match.equals(own) || match.startsWith(own + " && "));
  }
}

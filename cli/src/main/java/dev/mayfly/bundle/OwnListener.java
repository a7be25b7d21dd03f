package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.manifest.RouteParent;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A route attaches to the platform's listener, behind which everybody who comes is asked. */
final class OwnListener implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    Optional<RouteParent> own = RouteParent.of(bundle.blueprint().platform());

    if (HostPlace.isRoute(object.type())) {
      List<Node> written = object.root().itemsAt("spec", "parentRefs");
      boolean fits =
          !written.isEmpty()
              && own.isPresent()
              && written.stream().allMatch(one -> isOwn(one, own.get()));
      if (!fits) {
        findings.error(
            "foreign-listener",
            object.at("spec", "parentRefs"),
            own.isPresent()
                ? object.title() + " attaches to something else than the platform's listener"
                : object.title() + " attaches to a Gateway, and the platform has none",
            own.map(OwnListener::hint).orElse("name the Gateway in `exposure.gateway`"));
      }
    }
  }

  private static String hint(RouteParent parent) {
    return "leave routes to the platform, or name `%s/%s` and its listener `%s`"
        .formatted(parent.namespace(), parent.name(), parent.listener());
  }

  private static boolean isOwn(Node written, RouteParent parent) {
    return Optional.ofNullable(written.textAt("kind")).orElse("Gateway").equals(parent.kind())
        && parent.name().equals(written.textAt("name"))
        && parent.namespace().equals(written.textAt("namespace"))
        && parent.listener().equals(written.textAt("sectionName"));
  }
}

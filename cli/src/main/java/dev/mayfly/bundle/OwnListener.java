package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.manifest.RouteParent;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A route attaches to the platform's listener, behind which everybody who comes is asked. */
final class OwnListener implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    RouteParent parent = RouteParent.of(bundle.blueprint().platform());
    for (BundleObject object : bundle.objects()) {
      if (HostPlace.isRoute(object.type())) {
        Node parents = object.root().at("spec", "parentRefs");
        List<Node> written = parents instanceof ListNode list ? list.items() : List.of();
        if (written.isEmpty() || !written.stream().allMatch(one -> isOwn(one, parent))) {
          findings.error(
              "foreign-listener",
              object.at("spec", "parentRefs"),
              object.title() + " attaches to something else than the platform's listener",
              "leave routes to the platform, or name `%s/%s` and its listener `%s`"
                  .formatted(parent.namespace(), parent.name(), parent.listener()));
        }
      }
    }
  }

  private static boolean isOwn(Node written, RouteParent parent) {
    return Optional.ofNullable(written.textAt("kind")).orElse("Gateway").equals(parent.kind())
        && parent.name().equals(written.textAt("name"))
        && parent.namespace().equals(written.textAt("namespace"))
        && parent.listener().equals(written.textAt("sectionName"));
  }
}

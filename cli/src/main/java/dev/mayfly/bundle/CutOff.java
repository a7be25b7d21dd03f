package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is outside the preview is of no use where the preview's policies let nobody out to it: its
 * pods start, and wait for a connection until it times out. What stands in a Secret is not known
 * here.
 */
final class CutOff implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    WaysOut ways = WaysOut.of(bundle);
    Set<String> said = new HashSet<>();
    // The overlay's ConfigMap holds what the platform binds.
    List<BundleObject> objects = bundle.withOverlay().filter(bundle::isHome).toList();
    boolean proxied =
        objects.stream()
            .flatMap(object -> NamedHost.in(object).stream())
            .anyMatch(named -> named.use() == NamedHost.Use.PROXY);
    for (BundleObject object : objects) {
      for (NamedHost named : NamedHost.in(object)) {
        boolean web = named.use() == NamedHost.Use.WEB;
        boolean asked = !web || !proxied && !isOfPreviews(named, bundle);
        if (asked && !ways.mayReach(named) && said.add(named.title())) {
          findings.warning(
              "cut-off",
              named.at().location(),
              object.title()
                  + " names `"
                  + named.title()
                  + "`, which the preview's network policies block",
              hint(named));
        }
      }
    }
  }

  /** Previews' own names are for browsers, whatever the key. */
  private static boolean isOfPreviews(NamedHost named, Bundle bundle) {
    return bundle
        .blueprint()
        .platform()
        .exposure()
        .domain()
        .filter(domain -> ("." + named.host()).endsWith("." + domain))
        .isPresent();
  }

  private static String hint(NamedHost named) {
    String port = named.port().isPresent() ? Integer.toString(named.port().getAsInt()) : "...";
    Optional<String> namespace = named.namespace();
    return namespace.isPresent()
        ? "let previews out by `namespace.egress: [{namespace: %s, port: %s}]`"
            .formatted(namespace.get(), port)
        : "let previews out by `namespace.egress`: `{cidr: ..., port: %s}` for its addresses, or `{internet: true, ports: [%s]}`"
            .formatted(port, port);
  }
}

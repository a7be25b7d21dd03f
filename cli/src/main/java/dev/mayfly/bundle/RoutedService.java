package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.ServedRoute;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Service that the preview's route leads to is in the bundle, under the name that it has after
 * prefix and suffix, with the port of the route and of the network policy: what another object of
 * that name would be, in a shared namespace, is production's.
 */
final class RoutedService implements BundleCheck {

  /** What leads to it, of the kinds that the overlay brings. */
  private static final Set<String> ROUTES = Set.of("HTTPRoute", "Ingress");

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (!bundle.objects().isEmpty()) {
      bundle.blueprint().routes().forEach(route -> check(bundle, route, findings));
    }
  }

  private static void check(Bundle bundle, ServedRoute wanted, BundleFindings findings) {
    String name = bundle.facts().bind(wanted.service());
    List<BundleObject> services =
        bundle.withOverlay().filter(object -> object.type().equals(GroupKind.SERVICE)).toList();
    Optional<BundleObject> found =
        services.stream().filter(service -> service.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      List<String> names = services.stream().map(BundleObject::name).toList();
      findings.error(
          "missing-service",
          bundle.files().location(""),
          "Service `" + name + "` of the preview's route is missing from the bundle",
          names.isEmpty()
              ? "bring it, or leave out `" + wanted.field() + "`"
              : "`" + wanted.serviceField() + "`: " + NearMiss.hint(name, names));
      return;
    }
    port(bundle, found.get(), wanted, findings);
    turn(bundle, found.get(), findings);
  }

  private static void port(
      Bundle bundle, BundleObject service, ServedRoute wanted, BundleFindings findings) {
    List<Node> ports = service.root().itemsAt("spec", "ports");
    String number = Integer.toString(wanted.port());
    Optional<Node> port =
        ports.stream().filter(one -> number.equals(one.textAt("port"))).findFirst();
    if (port.isEmpty()) {
      findings.error(
          "missing-port",
          service.at("spec", "ports"),
          "port `" + number + "` of the preview's route is missing from " + service.title(),
          "`"
              + wanted.field()
              + ".port`: "
              + NearMiss.hint(
                  number, ports.stream().map(one -> String.valueOf(one.textAt("port"))).toList()));
      return;
    }
    List<BundleObject> pods = pods(bundle, service);
    if (pods.isEmpty()) {
      findings.warning(
          "idle-service",
          service.at("spec", "selector"),
          service.title() + " selects no pods of the bundle",
          "the preview answers nothing until something else brings them");
    }
    String written = Optional.ofNullable(port.get().textAt("targetPort")).orElse(number);
    Location at = port.get().location();
    Stream<String> targets =
        written.matches("[0-9]+") ? Stream.of(written) : named(pods, written).stream();
    String open = Integer.toString(wanted.targetPort());
    targets
        .filter(target -> !target.equals(open))
        .findFirst()
        .ifPresent(target ->
            findings.error(
                "closed-port",
                at,
                "%s leads port %s to the pods' port %s, and the preview's policies open %s"
                    .formatted(service.title(), number, target, open),
                "write `targetPort: " + target + "` in `" + wanted.field() + "`"));
  }

  /** The route is healthy when its Service is there, and Argo CD waits for it. */
  private static void turn(Bundle bundle, BundleObject service, BundleFindings findings) {
    for (BundleObject route : bundle.overlay()) {
      if (ROUTES.contains(route.kind()) && Hooks.order(route).compareTo(Hooks.order(service)) < 0) {
        findings.error(
            "waits-for-later",
            service.at("metadata", "annotations"),
            "the preview's route in %s needs %s, which comes in %s"
                .formatted(Hooks.order(route), service.title(), Hooks.order(service)),
            "give the Service the wave of the route or an earlier one");
      }
    }
  }

  /** The workloads whose pods a Service selects. */
  private static List<BundleObject> pods(Bundle bundle, BundleObject service) {
    return service.root().at("spec", "selector") instanceof MapNode selector
            && !selector.entries().isEmpty()
        ? bundle.withOverlay().filter(object -> isSelected(object, selector)).toList()
        : List.of();
  }

  private static boolean isSelected(BundleObject object, MapNode selector) {
    Node labels =
        object.kind().equals("Pod")
            ? object.root().at("metadata", "labels")
            : object.root().at("spec", "template", "metadata", "labels");
    return labels instanceof MapNode map
        && selector.entries().stream()
            .allMatch(entry ->
                String.valueOf(selector.textAt(entry.key().text()))
                    .equals(map.textAt(entry.key().text())));
  }

  /** The numbers that a port's name stands for. */
  private static List<String> named(List<BundleObject> pods, String name) {
    return pods.stream()
        .flatMap(object -> object.pod().stream())
        .flatMap(pod -> pod.itemsAt("containers").stream())
        .flatMap(container -> container.itemsAt("ports").stream())
        .filter(port -> name.equals(port.textAt("name")))
        .map(port -> String.valueOf(port.textAt("containerPort")))
        .toList();
  }
}

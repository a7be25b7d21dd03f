package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.manifest.BoundBundle;
import dev.mayfly.platform.ResourceKind;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever leads traffic to the bundle does so for the preview's own host: another one may be
 * production's, and none means every host.
 */
final class OwnHosts implements BundleCheck {
  private static final String GATEWAY = "gateway.networking.k8s.io";

  /**
   * Where a kind has its hosts.
   *
   * @param path steps, where {@code *} is each item of a list
   * @param required whether leaving it out means every host
   */
  private record Place(String group, String kind, String path, boolean required) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("networking.k8s.io", "Ingress", "spec.rules.*.host", true),
          new Place("networking.k8s.io", "Ingress", "spec.tls.*.hosts.*", false),
          new Place(GATEWAY, "HTTPRoute", "spec.hostnames.*", true),
          new Place(GATEWAY, "GRPCRoute", "spec.hostnames.*", true),
          new Place(GATEWAY, "TLSRoute", "spec.hostnames.*", true),
          new Place(GATEWAY, "TCPRoute", "spec.hostnames.*", true),
          new Place(GATEWAY, "UDPRoute", "spec.hostnames.*", true),
          new Place(GATEWAY, "Gateway", "spec.listeners.*.hostname", true),
          new Place(GATEWAY, "ListenerSet", "spec.listeners.*.hostname", true),
          new Place(
              "gateway.networking.x-k8s.io", "XListenerSet", "spec.listeners.*.hostname", true),
          new Place("networking.istio.io", "VirtualService", "spec.hosts.*", true),
          new Place("networking.istio.io", "Gateway", "spec.servers.*.hosts.*", true),
          new Place("networking.istio.io", "ServiceEntry", "spec.hosts.*", true),
          new Place("networking.istio.io", "DestinationRule", "spec.host", true),
          new Place("route.openshift.io", "Route", "spec.host", true),
          new Place("projectcontour.io", "HTTPProxy", "spec.virtualhost.fqdn", true),
          new Place("cert-manager.io", "Certificate", "spec.dnsNames.*", false),
          new Place("cert-manager.io", "Certificate", "spec.commonName", false),
          new Place("externaldns.k8s.io", "DNSEndpoint", "spec.endpoints.*.dnsName", true));

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    String host = BoundBundle.host(bundle.blueprint(), bundle.facts());
    for (BundleObject object : bundle.objects()) {
      for (Place place : PLACES) {
        if (object.type().equals(new ResourceKind(place.group(), place.kind()))) {
          List<String> steps = Arrays.asList(place.path().split("\\."));
          look(object, object.root(), steps, place.required(), host, findings);
        }
      }
      if (object.group().equals("networking.k8s.io")
          && object.root().at("spec", "defaultBackend") != null) {
        refuse(object, object.at("spec", "defaultBackend"), "every host", host, findings);
      }
      if (object.group().equals("traefik.io") && object.kind().startsWith("IngressRoute")) {
        rules(object, host, findings);
      }
      HostAnnotations.check(object, host, findings);
    }
  }

  private static void look(
      BundleObject object,
      @Nullable Node node,
      List<String> steps,
      boolean required,
      String host,
      BundleFindings findings) {
    if (steps.isEmpty() && node instanceof ScalarNode named && !named.text().isEmpty()) {
      if (!named.text().equals(host)) {
        refuse(object, named.location(), "`" + named.text() + "`", host, findings);
      }
    } else if (!steps.isEmpty() && steps.getFirst().equals("*") && node instanceof ListNode list) {
      List<String> rest = steps.subList(1, steps.size());
      list.items().forEach(item -> look(object, item, rest, required, host, findings));
      if (list.items().isEmpty()) {
        look(object, null, List.of(), required, host, findings);
      }
    } else if (!steps.isEmpty() && node instanceof MapNode map && map.has(steps.getFirst())) {
      List<String> rest = steps.subList(1, steps.size());
      look(object, map.get(steps.getFirst()), rest, required, host, findings);
    } else if (required) {
      Location at = node == null ? object.at("spec") : node.location();
      refuse(object, at, "every host", host, findings);
    }
  }

  /** What comes after {@code &&} only narrows a rule that begins with the preview's host. */
  private static void rules(BundleObject object, String host, BundleFindings findings) {
    String own = "Host(`" + host + "`)";
    if (object.root().at("spec", "routes") instanceof ListNode routes) {
      for (Node route : routes.items()) {
        String match = String.valueOf(route.textAt("match"));
        boolean isOwn =
            match.equals(own) || match.startsWith(own + " && ") && !match.contains("||");
        if (!isOwn) {
          refuse(object, route.location(), "more than `" + own + "`", host, findings);
        }
      }
    }
  }

  static void refuse(
      BundleObject object, Location at, String what, String host, BundleFindings findings) {
    findings.error(
        "foreign-host",
        at,
        object.title() + " answers for " + what + ", and the preview's host is `" + host + "`",
        "leave routes to the platform, or name the preview's host only");
  }
}

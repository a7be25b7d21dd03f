package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Entrance;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing in or out but the preview itself, DNS, the gateway and the shared services that are
 * named.
 */
final class NetworkPolicyKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    List<Manifest> policies = new ArrayList<>();
    for (TemplateName always :
        List.of(
            TemplateName.OVERLAY_NETWORK_POLICY_DEFAULT_DENY,
            TemplateName.OVERLAY_NETWORK_POLICY_SAME_PREVIEW,
            TemplateName.OVERLAY_NETWORK_POLICY_DNS)) {
      String file = always.path().substring("overlay/network-policy-".length());
      String name = file.substring(0, file.length() - ".yaml".length());
      Scope scope = scope(blueprint, name);
      if (always == TemplateName.OVERLAY_NETWORK_POLICY_DNS) {
        OverlayScope.dns(scope, blueprint.platform().namespace().dns());
      }
      policies.add(templates.manifest(file(name), always, scope));
    }
    blueprint
        .platform()
        .exposure()
        .entrance()
        .flatMap(Entrance::pods)
        .ifPresent(pods -> entrance(policies, blueprint, pods, templates));
    TrafficPolicies.addTo(policies, blueprint, templates);
    return policies;
  }

  /**
   * The pods' ports that routes lead to, open to what leads there; the first has the plain name.
   */
  private static void entrance(
      List<Manifest> policies, Blueprint blueprint, String namespace, Templates templates) {
    boolean ingress = blueprint.platform().exposure().byIngress().isPresent();
    String plain = ingress ? "controller" : "gateway";
    List<Integer> ports =
        blueprint.app().routes().stream()
            .flatMap(route -> route.targetPort().stream())
            .distinct()
            .toList();
    for (int i = 0; i < ports.size(); i++) {
      String name = i == 0 ? plain : plain + "-" + ports.get(i);
      policies.add(
          templates.manifest(
              file(name),
              TemplateName.OVERLAY_NETWORK_POLICY_GATEWAY,
              scope(blueprint, name)
                  .put("targetPort", new Value.Num(ports.get(i)))
                  .put("proxyNamespace", namespace)));
    }
  }

  static Scope scope(Blueprint blueprint, String name) {
    return OverlayScope.labelled(blueprint)
        .put("name", blueprint.objectName(name))
        .put("pods", OverlayScope.pods(blueprint));
  }

  static String file(String name) {
    return "network-policy-" + name + ".yaml";
  }
}

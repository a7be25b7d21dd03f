package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy.Egress;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
      policies.add(policy(name, templates.render(always, scope(blueprint, name))));
    }
    blueprint
        .app()
        .service()
        .ifPresent(
            service ->
                policies.add(
                    policy(
                        "gateway",
                        templates.render(
                            TemplateName.OVERLAY_NETWORK_POLICY_GATEWAY,
                            scope(blueprint, "gateway")
                                .put("targetPort", new Value.Num(service.targetPort()))
                                .put(
                                    "proxyNamespace",
                                    blueprint.platform().exposure().proxyNamespace())))));
    for (Egress egress : blueprint.platform().namespace().egress()) {
      policies.add(egress(blueprint, egress, templates));
    }
    return policies;
  }

  private static Manifest egress(Blueprint blueprint, Egress egress, Templates templates) {
    String name = "egress-" + egress.namespace() + "-" + egress.port();
    Value pods =
        egress.podLabels().isEmpty()
            ? Value.ABSENT
            : new Value.Fields(Map.of("matchLabels", Value.ofAll(egress.podLabels())));
    return policy(
        name,
        templates.render(
            TemplateName.OVERLAY_NETWORK_POLICY_EGRESS,
            scope(blueprint, name)
                .put("target.namespace", egress.namespace())
                .put("target.pods", pods)
                .put("target.port", new Value.Num(egress.port()))));
  }

  private static Scope scope(Blueprint blueprint, String name) {
    return OverlayScope.labelled(blueprint)
        .put("name", blueprint.objectName(name))
        .put("pods", OverlayScope.pods(blueprint));
  }

  private static Manifest policy(String name, Value.Fields document) {
    return new Manifest("network-policy-" + name + ".yaml", document);
  }
}

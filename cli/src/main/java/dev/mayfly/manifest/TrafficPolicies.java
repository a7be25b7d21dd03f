package dev.mayfly.manifest;

import dev.mayfly.platform.AddressRange;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.Egress;
import dev.mayfly.platform.Ingress;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways to and from a preview that the platform names. */
final class TrafficPolicies {
  private TrafficPolicies() {}

  static void addTo(List<Manifest> policies, Blueprint blueprint, Templates templates) {
    for (Egress egress : blueprint.platform().namespace().egress()) {
      if (egress instanceof Egress.ToNamespace target) {
        target.ports().forEach(port -> policies.add(namespace(blueprint, target, port, templates)));
      } else if (egress instanceof Egress.ToInternet target) {
        policies.add(
            range(blueprint, egress, AddressRange.ALL, exceptions(target.except()), templates));
      } else if (egress instanceof Egress.ToRange target) {
        policies.add(range(blueprint, egress, target.cidr(), Value.ABSENT, templates));
      }
    }
    for (Ingress ingress : blueprint.platform().namespace().ingress()) {
      policies.add(source(blueprint, ingress, templates));
    }
  }

  private static Manifest source(Blueprint blueprint, Ingress ingress, Templates templates) {
    String name = "ingress-" + ingress.name();
    Scope scope =
        NetworkPolicyKind.scope(blueprint, name)
            .put("source.ports", ingress.ports().isEmpty() ? Value.ABSENT : ports(ingress.ports()));
    TemplateName template = TemplateName.OVERLAY_NETWORK_POLICY_INGRESS_RANGE;
    if (ingress instanceof Ingress.FromRange range) {
      scope.put("source.cidr", range.cidr());
    } else if (ingress instanceof Ingress.FromNamespace source) {
      template = TemplateName.OVERLAY_NETWORK_POLICY_INGRESS;
      scope
          .put("source.namespace", source.namespace())
          .put("source.pods", pods(source.podLabels()));
    }
    return NetworkPolicyKind.policy(name, templates.render(template, scope));
  }

  private static Manifest namespace(
      Blueprint blueprint, Egress.ToNamespace target, int port, Templates templates) {
    String name = "egress-" + target.name() + "-" + port;
    return NetworkPolicyKind.policy(
        name,
        templates.render(
            TemplateName.OVERLAY_NETWORK_POLICY_EGRESS,
            NetworkPolicyKind.scope(blueprint, name)
                .put("target.namespace", target.namespace())
                .put("target.pods", pods(target.podLabels()))
                .put("target.port", new Value.Num(port))));
  }

  private static Manifest range(
      Blueprint blueprint, Egress egress, String cidr, Value except, Templates templates) {
    String name = "egress-" + egress.name();
    return NetworkPolicyKind.policy(
        name,
        templates.render(
            TemplateName.OVERLAY_NETWORK_POLICY_EGRESS_RANGE,
            NetworkPolicyKind.scope(blueprint, name)
                .put("target.cidr", cidr)
                .put("target.except", except)
                .put("target.ports", ports(egress.ports()))));
  }

  /** Without those that another one holds: the API server wants no overlap, and readers neither. */
  private static Value exceptions(List<String> more) {
    List<String> all = new ArrayList<>(AddressRange.NOT_PUBLIC);
    for (String text : more) {
      if (all.stream().noneMatch(range -> Cidr.parse(range).holds(Cidr.parse(text)))) {
        all.removeIf(range -> Cidr.parse(text).holds(Cidr.parse(range)));
        all.add(text);
      }
    }
    return Value.ofAll(all);
  }

  private static Value pods(Map<String, String> labels) {
    return labels.isEmpty() ? Value.ABSENT : OverlayScope.matchLabels(labels);
  }

  static Value.Items ports(List<Integer> ports) {
    return new Value.Items(ports.stream().map(port -> port(port, "TCP")).toList());
  }

  static Value port(int port, String protocol) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("port", new Value.Num(port));
    fields.put("protocol", Value.of(protocol));
    return new Value.Fields(fields);
  }
}

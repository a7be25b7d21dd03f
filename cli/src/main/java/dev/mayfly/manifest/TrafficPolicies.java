package dev.mayfly.manifest;

import dev.mayfly.platform.AddressRange;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.Peer;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ways to and from a preview that the platform names. */
final class TrafficPolicies {
  private TrafficPolicies() {}

  static void addTo(List<Manifest> policies, Blueprint blueprint, Templates templates) {
    for (Peer egress : blueprint.platform().namespace().egress()) {
      if (egress instanceof Peer.InNamespace target) {
        target.ports().forEach(port -> policies.add(namespace(blueprint, target, port, templates)));
      } else if (egress instanceof Peer.Internet target) {
        internet(policies, blueprint, target, templates);
      } else if (egress instanceof Peer.InRange target) {
        policies.add(
            range(blueprint, egress, "", target.cidr(), metadata(target.cidr()), templates));
      }
    }
    for (Peer.Source ingress : blueprint.platform().namespace().ingress()) {
      policies.add(source(blueprint, ingress, templates));
    }
  }

  private static Manifest source(Blueprint blueprint, Peer.Source ingress, Templates templates) {
    String name = "ingress-" + ingress.name();
    Scope scope =
        NetworkPolicyKind.scope(blueprint, name)
            .put("source.ports", ingress.ports().isEmpty() ? Value.ABSENT : ports(ingress.ports()));
    TemplateName template = TemplateName.OVERLAY_NETWORK_POLICY_INGRESS_RANGE;
    if (ingress instanceof Peer.InRange range) {
      scope.put("source.cidr", range.cidr());
    } else if (ingress instanceof Peer.InNamespace source) {
      template = TemplateName.OVERLAY_NETWORK_POLICY_INGRESS;
      scope
          .put("source.namespace", source.namespace())
          .put("source.pods", pods(source.podLabels()));
    }
    return templates.manifest(NetworkPolicyKind.file(name), template, scope);
  }

  private static Manifest namespace(
      Blueprint blueprint, Peer.InNamespace target, int port, Templates templates) {
    String name = "egress-" + target.name() + "-" + port;
    return templates.manifest(
        NetworkPolicyKind.file(name),
        TemplateName.OVERLAY_NETWORK_POLICY_EGRESS,
        NetworkPolicyKind.scope(blueprint, name)
            .put("target.namespace", target.namespace())
            .put("target.pods", pods(target.podLabels()))
            .put("target.port", new Value.Num(port)));
  }

  private static void internet(
      List<Manifest> policies, Blueprint blueprint, Peer.Internet target, Templates templates) {
    Value except = exceptions(AddressRange.ALL, AddressRange.NOT_PUBLIC, target.except());
    policies.add(range(blueprint, target, "", AddressRange.ALL, except, templates));
    if (target.v6()) {
      Value more = exceptions(AddressRange.ALL_V6, AddressRange.NOT_PUBLIC_V6, target.except());
      policies.add(range(blueprint, target, "-ipv6", AddressRange.ALL_V6, more, templates));
    }
  }

  private static Manifest range(
      Blueprint blueprint,
      Peer egress,
      String suffix,
      String cidr,
      Value except,
      Templates templates) {
    String name = "egress-" + egress.name() + suffix;
    return templates.manifest(
        NetworkPolicyKind.file(name),
        TemplateName.OVERLAY_NETWORK_POLICY_EGRESS_RANGE,
        NetworkPolicyKind.scope(blueprint, name)
            .put("target.cidr", cidr)
            .put("target.except", except)
            .put("target.ports", ports(egress.ports())));
  }

  /** Without those that another one holds: the API server wants no overlap, and readers neither. */
  private static Value exceptions(String block, List<String> usual, List<String> more) {
    List<String> all = new ArrayList<>(usual);
    for (String text : more) {
      Cidr cidr = Cidr.parse(text);
      if (Cidr.parse(block).holds(cidr)
          && all.stream().noneMatch(range -> Cidr.parse(range).holds(cidr))) {
        all.removeIf(range -> cidr.holds(Cidr.parse(range)));
        all.add(text);
      }
    }
    return Value.ofAll(all);
  }

  /** What is left out of any range that holds it among others. */
  static Value metadata(String cidr) {
    Cidr range = Cidr.parse(cidr);
    List<String> held = AddressRange.METADATA.stream().filter(range::holdsMoreThan).toList();
    return held.isEmpty()
        ? Value.ABSENT
        : Value.ofAll(held.stream().map(address -> address + "/" + range.bits()).toList());
  }

  private static Value pods(Map<String, String> labels) {
    return labels.isEmpty() ? Value.ABSENT : OverlayScope.matchLabels(labels);
  }

  static Value.Items ports(List<Integer> ports) {
    return new Value.Items(ports.stream().map(port -> port(port, "TCP")).toList());
  }

  static Value port(int port, String protocol) {
    return Value.EMPTY.with("port", new Value.Num(port)).with("protocol", protocol);
  }
}

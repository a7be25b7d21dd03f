package dev.mayfly.manifest;

import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.ClusterDns;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cluster's DNS as policies name it. */
final class DnsPeers {
  private DnsPeers() {}

  static Scope put(Scope scope, ClusterDns dns) {
    List<Value> peers = new ArrayList<>();
    peers.add(
        Value.EMPTY
            .with(
                "namespaceSelector",
                OverlayScope.matchLabels(
                    Map.of(KubernetesMetadata.NAMESPACE_NAME, dns.namespace())))
            .with("podSelector", OverlayScope.matchLabels(dns.podLabels())));
    for (String address : dns.addresses()) {
      Value block = Value.EMPTY.with("cidr", address + "/" + Cidr.of(address).bits());
      peers.add(Value.EMPTY.with("ipBlock", block));
    }
    List<Value> ports = new ArrayList<>();
    ports.add(TrafficPolicies.port(dns.port(), "UDP"));
    ports.add(TrafficPolicies.port(dns.port(), "TCP"));
    if (!dns.addresses().isEmpty() && dns.port() != 53) {
      ports.add(TrafficPolicies.port(53, "UDP"));
      ports.add(TrafficPolicies.port(53, "TCP"));
    }
    return scope.put("dns.peers", new Value.Items(peers)).put("dns.ports", new Value.Items(ports));
  }
}

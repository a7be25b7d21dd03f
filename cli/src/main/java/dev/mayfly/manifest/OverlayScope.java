package dev.mayfly.manifest;

import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Cidr;
import dev.mayfly.platform.ClusterDns;
import dev.mayfly.platform.Database.Instance;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.platform.SecretKeyRef;
import dev.mayfly.platform.StoreRef;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values that several templates take. */
final class OverlayScope {
  private OverlayScope() {}

  /**
   * A scope for an object that carries the preview's own labels. None of them starts with {@code
   * app.kubernetes.io}: inherited by a volume, those make CloudNativePG's snapshots hang
   * (cloudnative-pg/cloudnative-pg issue 9920).
   */
  static Scope labelled(Blueprint blueprint) {
    return new Scope(blueprint.facts()).put("labels", labels(blueprint));
  }

  static Value.Fields labels(Blueprint blueprint) {
    return Value.EMPTY
        .with("mayfly.dev/platform", blueprint.platform().name())
        .with("mayfly.dev/app", blueprint.app().name())
        .with("mayfly.dev/pull-request", Text.of(new Fact.Number()));
  }

  /**
   * Selects the preview's own pods: all of its namespace, or in a shared namespace those that carry
   * its name. Never empty there, since an empty selector would reach production.
   */
  static Value pods(Blueprint blueprint) {
    if (!blueprint.platform().namespace().isShared()) {
      return Value.EMPTY;
    }
    return matchLabels(BundleSource.podLabel(blueprint), blueprint.names().application());
  }

  static Value matchLabels(String key, Text value) {
    return selector(Value.EMPTY.with(key, value));
  }

  static Value matchLabels(Map<String, String> labels) {
    return selector(Value.ofAll(labels));
  }

  private static Value selector(Value labels) {
    return Value.EMPTY.with("matchLabels", labels);
  }

  /** A labelled scope for an object that the preview's database is made of, or that guards it. */
  static Scope database(Blueprint blueprint, DatabaseNames names) {
    return labelled(blueprint)
        .put("database.object", names.object())
        .put("database.namespace", names.namespace());
  }

  /** Puts the one instance of a cluster that a preview owns. */
  static Scope instance(Scope scope, Instance instance) {
    return scope
        .put("instance.image", instance.image())
        .put("instance.storageClass", instance.storageClass().map(Value::of).orElse(Value.ABSENT))
        .put("instance.size", instance.size())
        .put("instance.resources", resources(instance.requests(), instance.limits()));
  }

  /** What a container requests and may use; nothing where neither is written. */
  static Value resources(Map<String, String> requests, Map<String, String> limits) {
    Value.Fields resources =
        requests.isEmpty() ? Value.EMPTY : Value.EMPTY.with("requests", Value.ofAll(requests));
    return (limits.isEmpty() ? resources : resources.with("limits", Value.ofAll(limits)))
        .orAbsent();
  }

  /** Puts the cluster's DNS as policies name it. */
  static Scope dns(Scope scope, ClusterDns dns) {
    List<Value> peers = new ArrayList<>();
    peers.add(
        Value.EMPTY
            .with(
                "namespaceSelector",
                matchLabels(Map.of(KubernetesMetadata.NAMESPACE_NAME, dns.namespace())))
            .with("podSelector", matchLabels(dns.podLabels())));
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

  /** Puts the key of a store that a secret is read from. */
  static Scope store(Scope scope, SecretKeyRef secret) {
    return store(scope, secret.store()).put("store.key", secret.key());
  }

  static Scope store(Scope scope, StoreRef store) {
    return scope.put("store.kind", store.kind().kind()).put("store.name", store.name());
  }

  /** A map of quantities; nothing where none is written. */
  static Value optional(Map<String, String> texts) {
    return Value.ofAll(texts).orAbsent();
  }
}

package dev.mayfly.kubernetes;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What a NetworkPolicy lets its pods do (Kubernetes docs, "Network Policies"). */
public record NetworkPolicy(Node object) {
  /** Of the cluster's DNS: of its Service, of OpenShift's pods, and by name. */
  private static final Set<String> DNS = Set.of("53", "5353", "dns", "dns-tcp");

  /** The pods that it is for. */
  public LabelSelector pods() {
    return new LabelSelector(object.at("spec", "podSelector"));
  }

  /** Whether it says by {@code policyTypes} that it is about {@code Ingress} or {@code Egress}. */
  public boolean says(String type) {
    return object.textsAt("spec", "policyTypes").stream().anyMatch(it -> it.text().equals(type));
  }

  /** Ways out, of which each pod has all. */
  public List<Exit> exits() {
    return object.mapsAt("spec", "egress").stream().map(Exit::new).toList();
  }

  /** Whether it lets nobody in to any pod. Ingress is what it is about when it does not say. */
  public boolean deniesIngress() {
    return pods().meansAll() && isAbout("Ingress") && !opensIngress();
  }

  public boolean opensIngress() {
    return NodeValues.isSet(object.at("spec", "ingress"));
  }

  /** Whether it lets no pod out. */
  public boolean deniesEgress() {
    return pods().meansAll() && says("Egress") && !NodeValues.isSet(object.at("spec", "egress"));
  }

  /** Whether something other than DNS may be reached. */
  public boolean leaves() {
    return exits().stream().anyMatch(it -> !it.isDnsOnly());
  }

  public boolean allowsDns() {
    return exits().stream().anyMatch(Exit::allowsDns);
  }

  /** Whether it lets its pods reach others, which are found by name, but no DNS. */
  public boolean namesWithoutDns() {
    return isAbout("Egress")
        && !allowsDns()
        && exits().stream()
            .flatMap(it -> it.peers().stream())
            .anyMatch(to -> to.has("podSelector") || to.has("namespaceSelector"));
  }

  private boolean isAbout(String type) {
    return says(type) || !NodeValues.isSet(object.at("spec", "policyTypes"));
  }

  /** One rule of {@code egress}. */
  public record Exit(MapNode rule) {
    /** Where it leads; anywhere, where none is named. */
    public List<MapNode> peers() {
      return rule.mapsAt("to");
    }

    /** Whether it is for a port; where none is given, for one that is not of DNS. */
    public boolean isFor(OptionalInt port) {
      return port.isEmpty()
          ? !isDnsOnly()
          : ports().isEmpty()
              || ports().stream()
                  .anyMatch(
                      it -> !it.matches("[0-9]+") || it.equals(Integer.toString(port.getAsInt())));
    }

    boolean isDnsOnly() {
      return !ports().isEmpty() && DNS.containsAll(ports());
    }

    /**
     * The cluster's DNS runs in a namespace of its own, where pods of this one are not. Its pods
     * may listen elsewhere than its Service does, so UDP of any port counts.
     */
    boolean allowsDns() {
      boolean open = ports().isEmpty() || ports().stream().anyMatch(DNS::contains) || isUdp();
      return open
          && (peers().isEmpty()
              || peers().stream().anyMatch(to -> to.has("namespaceSelector") || to.has("ipBlock")));
    }

    private boolean isUdp() {
      return rule.mapsAt("ports").stream().anyMatch(it -> it.textOrEmpty("protocol").equals("UDP"));
    }

    private List<String> ports() {
      return rule.mapsAt("ports").stream().map(it -> it.textOrEmpty("port")).toList();
    }
  }
}

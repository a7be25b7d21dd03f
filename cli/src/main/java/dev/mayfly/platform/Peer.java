package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom previews connect to, or are reached by, beside themselves, DNS and their database. */
public sealed interface Peer {
  /** By what its policy is told from others; of a DNS label's characters. */
  String name();

  /** TCP ports: those of the peer, or of the preview where the peer is a source. */
  List<Integer> ports();

  /** Who may connect to the pods of a preview; no ports means every port. */
  sealed interface Source extends Peer {}

  /** Pods of the cluster, such as a shared service; no labels means all of the namespace. */
  record InNamespace(String namespace, List<Integer> ports, Map<String, String> podLabels)
      implements Source {
    public InNamespace {
      ports = List.copyOf(ports);
    }

    @Override
    public String name() {
      return namespace;
    }
  }

  /**
   * A range of addresses outside the cluster's pods, such as a hosted database or the subnets of a
   * load balancer that sends to pods itself.
   */
  record InRange(String cidr, List<Integer> ports) implements Source {
    public InRange {
      ports = List.copyOf(ports);
    }

    @Override
    public String name() {
      return AddressRange.label(cidr);
    }
  }

  /**
   * Every public address.
   *
   * @param except public ranges that are the platform's own
   * @param v6 whether those of IPv6 too
   */
  record Internet(List<String> except, boolean v6, List<Integer> ports) implements Peer {
    public Internet {
      except = List.copyOf(except);
      ports = List.copyOf(ports);
    }

    @Override
    public String name() {
      return "internet";
    }
  }

  /** Reads one entry of {@code namespace.ingress}. */
  static Source source(Fields rule) {
    Optional<String> cidr = rule.optionalText("cidr", Syntaxes.CIDR);
    Optional<String> namespace = rule.optionalText("namespace", Syntaxes.DNS_LABEL);
    List<Integer> ports = rule.integers("ports", 1, 65535);
    Map<String, String> podLabels =
        rule.textMap("podLabels", Syntaxes.LABEL_KEY, Syntaxes.LABEL_TEXT);
    if (cidr.isPresent() == namespace.isPresent()) {
      rule.error(
          cidr.isEmpty() ? "missing-field" : "not-allowed",
          "",
          cidr.isEmpty()
              ? "the field `namespace` is missing"
              : "a second source is not allowed in an entry of `ingress`",
          "write one of `namespace` and `cidr`");
    } else {
      only(namespace.isPresent(), "podLabels", "namespace", rule);
    }
    return cidr.isPresent()
        ? new InRange(cidr.get(), ports)
        : new InNamespace(namespace.orElse("none"), ports, podLabels);
  }

  /** Reads one entry of {@code namespace.egress}. */
  static Peer target(Fields rule) {
    boolean internet = rule.flag("internet", false);
    Optional<String> cidr = rule.optionalText("cidr", Syntaxes.CIDR);
    Optional<String> namespace = rule.optionalText("namespace", Syntaxes.DNS_LABEL);
    int targets = (internet ? 1 : 0) + (cidr.isPresent() ? 1 : 0) + (namespace.isPresent() ? 1 : 0);
    if (targets != 1) {
      rule.error(
          targets == 0 ? "missing-field" : "not-allowed",
          "",
          targets == 0
              ? "the field `namespace` is missing"
              : "a second target is not allowed in an entry of `egress`",
          "write one of `namespace`, `cidr` and `internet: true`");
    }
    Map<String, String> podLabels =
        rule.textMap("podLabels", Syntaxes.LABEL_KEY, Syntaxes.LABEL_TEXT);
    List<String> except = rule.texts("except", Syntaxes.CIDR);
    only(namespace.isPresent(), "podLabels", "namespace", rule);
    boolean v6 = rule.flag("ipv6", false);
    only(internet, "except", "internet", rule);
    only(internet, "ipv6", "internet", rule);
    List<Integer> ports = ports(rule);
    if (internet) {
      return new Internet(except, v6, ports);
    }
    return cidr.isPresent()
        ? new InRange(cidr.get(), ports)
        : new InNamespace(namespace.orElse("none"), ports, podLabels);
  }

  private static void only(boolean beside, String key, String target, Fields rule) {
    if (!beside && rule.raw(key) != null) {
      rule.error(
          "not-allowed",
          key,
          "`" + key + "` is not allowed in an entry without `" + target + "`",
          "");
    }
  }

  private static List<Integer> ports(Fields rule) {
    List<Integer> ports = new ArrayList<>(rule.integers("ports", 1, 65535));
    rule.integer("port", 1, 65535).ifPresent(ports::add);
    if (ports.isEmpty()) {
      rule.error(
          "missing-field",
          "port",
          "the field `port` is missing",
          "write `port`, or a list as `ports`");
    }
    return ports.stream().distinct().toList();
  }
}

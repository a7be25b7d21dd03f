package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who else may connect to the pods of a preview. */
public sealed interface Ingress {
  /** By what its policy is told from others; of a DNS label's characters. */
  String name();

  /** TCP ports; none means every port. */
  List<Integer> ports();

  /** Pods of the cluster; no labels means every pod of the namespace. */
  record FromNamespace(String namespace, List<Integer> ports, Map<String, String> podLabels)
      implements Ingress {
    public FromNamespace {
      ports = List.copyOf(ports);
    }

    @Override
    public String name() {
      return namespace;
    }
  }

  /** A range of addresses, such as the subnets of a load balancer that sends to pods itself. */
  record FromRange(String cidr, List<Integer> ports) implements Ingress {
    public FromRange {
      ports = List.copyOf(ports);
    }

    @Override
    public String name() {
      return AddressRange.label(cidr);
    }
  }

  /** Reads one entry of {@code namespace.ingress}. */
  static Ingress read(Fields rule) {
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
    } else if (cidr.isPresent() && rule.raw("podLabels") != null) {
      rule.error(
          "not-allowed",
          "podLabels",
          "`podLabels` is not allowed in an entry without `namespace`",
          "");
    }
    return cidr.isPresent()
        ? new FromRange(cidr.get(), ports)
        : new FromNamespace(namespace.orElse("none"), ports, podLabels);
  }
}

package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Map;

/**
 * Who else may connect to the pods of a preview.
 *
 * @param ports TCP ports; none means every port
 * @param podLabels none means every pod of the namespace
 */
public record Ingress(String namespace, List<Integer> ports, Map<String, String> podLabels) {
  public Ingress {
    ports = List.copyOf(ports);
  }

  static Ingress read(Fields written) {
    try (Fields rule = written) {
      return new Ingress(
          rule.text("namespace", Syntaxes.DNS_LABEL),
          rule.integers("ports", 1, 65535),
          rule.textMap("podLabels", Syntaxes.LABEL_KEY, Syntaxes.LABEL_TEXT));
    }
  }
}

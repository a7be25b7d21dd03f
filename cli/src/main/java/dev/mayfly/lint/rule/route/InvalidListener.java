package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.DnsNames;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** A listener of a Gateway is refused. */
public final class InvalidListener implements DocumentRule {
  private static final String CERTIFICATE_MAP = "networking.gke.io/certmap";
  private static final Set<String> PLAIN = Set.of("HTTP", "TCP", "UDP");
  private static final Set<String> HOSTLESS = Set.of("TCP", "UDP");

  @Override
  public void check(Resource resource, Findings out) {
    Set<String> names = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (MapNode listener : resource.mapsAt("spec", "listeners")) {
      String protocol = listener.textOrEmpty("protocol");
      String place =
          listener.textOrEmpty("port") + " " + protocol + " " + listener.textOrEmpty("hostname");
      if (!names.add(listener.textOrEmpty("name"))) {
        out.add(
            listener.orThis("name"),
            "the name `" + listener.textOrEmpty("name") + "` stands twice");
      } else if (!places.add(place)) {
        out.add(
            listener.orThis("port"),
            "port %s, `%s` and the host `%s` are also those of another"
                .formatted(
                    listener.textOrEmpty("port"), protocol, listener.textOrEmpty("hostname")));
      }
      name(listener, out);
      OptionalLong port = Numbers.read(listener.get("port"), out);
      if (port.isPresent() && (port.getAsLong() < 1 || port.getAsLong() > 65_535)) {
        out.add(listener.orThis("port"), "a port lies between 1 and 65535");
      }
      check(resource, listener, protocol, out);
    }
  }

  private static void name(MapNode listener, Findings out) {
    Node name = listener.get("name");
    String text = NodeValues.text(name);
    boolean given = name != null && !text.isEmpty() && !TemplateText.isTemplated(text);
    if (name != null && given && !DnsNames.isSubdomain(text)) {
      out.add(name, "the name `" + text + "` is not of small letters, digits, `-` and `.`");
    }
  }

  /**
   * The API server refuses a mode that does not end TLS, and TLS that ends without a certificate or
   * options (CEL of {@code gateways.yaml}). A listener without {@code tls} passes, and GKE takes
   * its certificates from an annotation.
   */
  private static void check(Resource gateway, MapNode listener, String protocol, Findings out) {
    Node tls = listener.get("tls");
    String mode = tls == null ? "" : tls.textOrEmpty("mode");
    boolean terminates = mode.isEmpty() || mode.equals("Terminate");
    boolean https = protocol.equals("HTTPS");
    if (tls != null && PLAIN.contains(protocol)) {
      out.add(key(listener, "tls"), "`tls` stands beside the protocol `" + protocol + "`");
    } else if (tls != null && https && !terminates) {
      out.add(tls.orThis("mode"), "`mode` is `" + mode + "`, and `HTTPS` wants `Terminate`");
    } else if (protocol.equals("TLS") && tls == null) {
      out.add(listener.orThis("protocol"), "the protocol `TLS` stands without `tls`");
    } else if (tls != null
        && terminates
        && !NodeValues.isSet(tls.at("certificateRefs"))
        && !NodeValues.isSet(tls.at("options"))) {
      out.add(key(listener, "tls"), "`tls` names no certificate");
    } else if (https && tls == null && gateway.annotation(CERTIFICATE_MAP) == null) {
      out.add(
          Severity.WARNING,
          listener.orThis("protocol"),
          "the protocol `HTTPS` stands without `tls`");
    }
    Node host = listener.get("hostname");
    if (host != null && NodeValues.isSet(host) && HOSTLESS.contains(protocol)) {
      out.add(host, "`hostname` stands beside the protocol `" + protocol + "`");
    }
  }

  private static Node key(MapNode holder, String field) {
    MapNode.Entry entry = holder.entry(field);
    return entry == null ? holder : entry.key();
  }
}

package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Map;

/**
 * Where pods ask for names.
 *
 * @param port where the pods themselves listen: a policy is judged after the Service's translation
 * @param addresses addresses that answer beside the pods
 */
public record ClusterDns(
    String namespace, Map<String, String> podLabels, int port, List<String> addresses) {
  public ClusterDns {
    addresses = List.copyOf(addresses);
  }

  /** The set-ups that are known by name. */
  enum Kind {
    /**
     * CoreDNS as kubeadm and the clouds install it (Kubernetes docs, "DNS for Services and Pods").
     */
    KUBE_DNS,
    /** The DNS Operator's DaemonSet, which listens on 5353 (OpenShift docs, "DNS Operator"). */
    OPENSHIFT,
    /** A cache on each node, at a link-local address (Kubernetes docs, "NodeLocal DNSCache"). */
    NODE_LOCAL
  }

  static ClusterDns read(Fields dns) {
    Kind kind = dns.choice("kind", Kind.values()).orElse(Kind.KUBE_DNS);
    boolean openshift = kind == Kind.OPENSHIFT;
    Map<String, String> labels = dns.textMap("podLabels", Syntaxes.LABEL_KEY, Syntaxes.LABEL_TEXT);
    List<String> addresses = dns.texts("addresses", Syntaxes.ADDRESS);
    Map<String, String> usual =
        openshift
            ? Map.of("dns.operator.openshift.io/daemonset-dns", "default")
            : Map.of("k8s-app", "kube-dns");
    return new ClusterDns(
        dns.text("namespace", Syntaxes.DNS_LABEL, openshift ? "openshift-dns" : "kube-system"),
        labels.isEmpty() ? usual : labels,
        dns.integer("port", 1, 65535).orElse(openshift ? 5353 : 53),
        addresses.isEmpty() && kind == Kind.NODE_LOCAL ? List.of("169.254.20.10") : addresses);
  }
}

package dev.mayfly.bundle;

import dev.mayfly.diagnostic.Problem;
import java.util.List;

/** Settings that name hosts, and which of these are said to be cut off. */
final class CutOffCase {
  private CutOffCase() {}

  /** The container with one more line. */
  static BundleCase withPod(String fields) {
    return BundleCase.directory()
        .replace(
            "deployment.yaml",
            "      - name: orders\n        image: ghcr.io/acme/orders@" + BundleCase.DIGEST + "\n",
            "      - {name: orders, image: 'ghcr.io/acme/orders@"
                + BundleCase.DIGEST
                + "', "
                + fields
                + "}\n");
  }

  static BundleCase config(String key, String value) {
    return BundleCase.directory()
        .platform("resources:\n", "resources:\n        - {group: \"\", kind: ConfigMap}\n")
        .object(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  \"%s\": \"%s\"\n"
                .formatted(key, value));
  }

  static List<String> said(BundleCase bundle) {
    return bundle.problems().stream()
        .filter(it -> it.id().equals("cut-off"))
        .map(Problem::message)
        .map(it -> it.replaceAll("^[^`]*`[a-z]*` names `([^`]*)`.*", "$1"))
        .toList();
  }
}

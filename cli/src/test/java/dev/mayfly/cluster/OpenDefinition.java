package dev.mayfly.cluster;

import dev.mayfly.yaml.Node;
import java.util.Locale;

/** The definition of a kind that only attacks bear: the server serves it and looks into nothing. */
final class OpenDefinition {
  private static final String FORM =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: %1$ss.%2$s
        annotations: {api-approved.kubernetes.io: unapproved}
      spec:
        group: %2$s
        names: {kind: %3$s, plural: %1$ss}
        scope: %4$s
        versions:
          - name: %5$s
            served: true
            storage: true
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
      """;

  private OpenDefinition() {}

  static String of(Node object) {
    String[] version = String.valueOf(object.textAt("apiVersion")).split("/");
    String kind = String.valueOf(object.textAt("kind"));
    return FORM.formatted(
        kind.toLowerCase(Locale.ROOT),
        version[0],
        kind,
        object.at("metadata", "namespace") == null ? "Cluster" : "Namespaced",
        version[1]);
  }
}

package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;

/**
 * A volume snapshot can only be restored in its own namespace: a PVC's {@code dataSource} is a
 * local reference, and CloudNativePG sets no other (CloudNativePG,
 * pkg/reconciler/persistentvolumeclaim).
 */
final class SameNamespace {
  private SameNamespace() {}

  /** Accepts a written {@code namespace} only where it repeats the source's. */
  static void require(Fields fields, String sourceNamespace, String what) {
    fields
        .optionalText("namespace", Syntaxes.DNS_LABEL)
        .filter(namespace -> !namespace.equals(sourceNamespace))
        .ifPresent(
            namespace ->
                fields
                    .problems()
                    .error(
                        "outside-source-namespace",
                        fields.location("namespace"),
                        what
                            + " cannot be in `"
                            + namespace
                            + "`: snapshots stay in `"
                            + sourceNamespace
                            + "`",
                        "leave `namespace` out and set `credentials`, or use mode shared or ephemeral"));
  }
}

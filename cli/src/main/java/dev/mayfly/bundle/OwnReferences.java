package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * A preview uses what is its own. In no namespace does it name an object of another one; beside
 * production every name is the preview's, since any other would hand it production's data, accounts
 * or traffic.
 */
final class OwnReferences implements ObjectCheck {
  /** In every namespace, and public (Kubernetes docs, "RootCAConfigMap"). */
  private static final String ROOT_CA = "kube-root-ca.crt";

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    for (ObjectReference reference : ObjectReference.in(object)) {
      ScalarNode name = reference.name();
      ScalarNode namespace = reference.namespace();
      if (namespace != null && !namespace.text().equals(bundle.namespace())) {
        foreign(
            object,
            namespace,
            "`%s` of namespace `%s`".formatted(name.text(), namespace.text()),
            findings);
      } else if (bundle.isShared() && !bundle.isOwn(name.text()) && !name.text().equals(ROOT_CA)) {
        shared(object, name, name.text(), findings);
      }
    }
  }

  /** What is named is of another namespace. */
  static void foreign(
      BundleObject object, @Nullable Node at, String what, BundleFindings findings) {
    findings.error(
        "foreign-reference",
        at == null ? null : at.location(),
        object.title() + " names " + what,
        "a preview uses what is in its own namespace");
  }

  /** What is named may be production's. */
  static void shared(BundleObject object, @Nullable Node at, String name, BundleFindings findings) {
    findings.error(
        "shared-reference",
        at == null ? null : at.location(),
        object.title() + " names `" + name + "`, which is not the preview's own",
        "name what this bundle or the preview's bindings and database bring");
  }
}

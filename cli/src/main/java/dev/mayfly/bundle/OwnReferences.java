package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.ScalarNode;

/**
 * A preview uses what is its own. In no namespace does it name an object of another one; beside
 * production every name is the preview's, since any other would hand it production's data, accounts
 * or traffic.
 */
final class OwnReferences implements BundleCheck {
  /** In every namespace, and public (Kubernetes docs, "RootCAConfigMap"). */
  private static final String ROOT_CA = "kube-root-ca.crt";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (BundleObject object : bundle.objects()) {
      for (ObjectReference reference : ObjectReference.in(object)) {
        ScalarNode name = reference.name();
        ScalarNode namespace = reference.namespace();
        if (namespace != null && !namespace.text().equals(bundle.namespace())) {
          findings.error(
              "foreign-reference",
              namespace.location(),
              object.title()
                  + " names `%s` of namespace `%s`".formatted(name.text(), namespace.text()),
              "a preview uses what is in its own namespace");
        } else if (bundle.isShared()
            && !bundle.isOwn(name.text())
            && !name.text().equals(ROOT_CA)) {
          findings.error(
              "shared-reference",
              name.location(),
              object.title() + " names `" + name.text() + "`, which is not the preview's own",
              "name what this bundle or the preview's bindings and database bring");
        }
      }
    }
  }
}

package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A role object needs a newer operator. */
public final class RoleNewerThanOperator implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    if (!out.targets().cloudNativePg().isAtLeast(1, 30)) {
      out.add(
          Targets.Part.CLOUD_NATIVE_PG,
          resource.subject(),
          "CloudNativePG " + out.targets().cloudNativePg() + " has no DatabaseRole");
      return;
    }
    Node certificate = resource.at("spec", "clientCertificate", "enabled");
    boolean affected = !out.targets().cloudNativePg().isAtLeast(1, 31);
    boolean preview = PreviewScope.isPreview(resource);
    if (preview && certificate != null && NodeValues.isTrue(certificate) && affected) {
      out.add(
          Severity.WARNING,
          Targets.Part.CLOUD_NATIVE_PG,
          certificate,
          "CloudNativePG "
              + out.targets().cloudNativePg()
              + " does not delete a role with a `clientCertificate`");
    }
  }
}

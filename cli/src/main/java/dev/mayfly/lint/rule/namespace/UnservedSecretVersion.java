package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** An ExternalSecret uses a version that is no longer served. */
public final class UnservedSecretVersion implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.EXTERNAL_SECRET);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node version = resource.at("apiVersion");
    if (version != null && resource.apiVersion().equals("external-secrets.io/v1beta1")) {
      out.add(
          version,
          "`v1beta1` is not served since External Secrets 0.17",
          Edit.replace(version.location(), "external-secrets.io/v1"));
    }
  }
}

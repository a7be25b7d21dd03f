package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** An ExternalSecret uses a version that is no longer served. */
public final class UnservedSecretVersion implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS004",
          "unserved-secret-version",
          Severity.ERROR,
          "an ExternalSecret uses a version that is no longer served",
          """
          External Secrets 0.17 and later serve `external-secrets.io/v1` only: the API server
          does not know the object, and the sync fails.
          """,
          "write `external-secrets.io/v1`",
          """
          apiVersion: external-secrets.io/v1beta1
          kind: ExternalSecret
          metadata: {name: s3, namespace: pr-17-shop}
          spec:
            secretStoreRef: {name: vault, kind: ClusterSecretStore}
            target: {name: s3}
            data: [{secretKey: key, remoteRef: {key: previews/s3}}]
          """,
          """
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata: {name: s3, namespace: pr-17-shop}
          spec:
            secretStoreRef: {name: vault, kind: ClusterSecretStore}
            target: {name: s3}
            data: [{secretKey: key, remoteRef: {key: previews/s3}}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

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

package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ChartPins;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** An ExternalSecret uses a version that its operator does not serve. */
public final class UnservedSecretVersion implements CorpusRule {
  private static final String OLD = "external-secrets.io/v1beta1";
  private static final String NEW = "external-secrets.io/v1";
  private static final String SETTLED =
      "lint it together with what installs External Secrets, at one exact version";

  @Override
  public void check(Corpus corpus, Findings out) {
    Optional<ReleaseLine> installed = ChartPins.only(corpus, "external-secrets");
    for (Resource secret : corpus.of(GroupKind.EXTERNAL_SECRET)) {
      Node version = secret.at("apiVersion");
      if (version != null) {
        check(secret.apiVersion(), version, installed, out.about(secret));
      }
    }
  }

  private static void check(
      String written, Node at, Optional<ReleaseLine> installed, Findings out) {
    if (installed.isEmpty()) {
      if (written.equals(OLD)) {
        out.unverifiable(at, "`v1beta1` is not served since External Secrets 0.17", SETTLED);
      }
    } else if (written.equals(OLD) && installed.get().isAtLeast(0, 17)) {
      add(at, "v1beta1", NEW, installed.get(), out);
    } else if (written.equals(NEW) && !installed.get().isAtLeast(0, 16)) {
      add(at, "v1", OLD, installed.get(), out);
    }
  }

  private static void add(Node at, String name, String right, ReleaseLine installed, Findings out) {
    out.add(
        at,
        "`%s` is not served by External Secrets %s".formatted(name, installed),
        Edit.replace(at.location(), right));
  }
}

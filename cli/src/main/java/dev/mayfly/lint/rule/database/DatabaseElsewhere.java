package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.yaml.Node;

/** A database object lies in another namespace than its server. */
public final class DatabaseElsewhere implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    Node cluster = resource.at("spec", "cluster", "name");
    Elsewhere.check(corpus, resource, GroupKind.CLUSTER, cluster, "and this", out);
  }
}

package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.Locale;
import java.util.Set;

/** A pattern of `sourceRepos` can never match. */
public final class UnmatchableRepository implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ102",
          "unmatchable-repository",
          Severity.ERROR,
          "a pattern of `sourceRepos` can never match",
          """
          Patterns go through the same normalisation as repository URLs, which escapes braces: an
          alternation such as `{shop,cart}` matches nothing, though it does in destinations. What is
          no URL to Go matches nothing either, and a `!` rule of that kind denies nothing.
          """,
          "write one entry for each repository",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata: {name: previews, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
          spec:
            sourceRepos: ["https://github.com/acme/{shop,cart}.git"]
            destinations: [{server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}]
            orphanedResources: {warn: true}
            namespaceResourceWhitelist: [{group: apps, kind: Deployment}]
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata: {name: previews, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
          spec:
            sourceRepos: ["https://github.com/acme/shop.git", "https://github.com/acme/cart.git"]
            destinations: [{server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}]
            orphanedResources: {warn: true}
            namespaceResourceWhitelist: [{group: apps, kind: Deployment}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (ScalarNode entry : Fields.texts(resource.at("spec", "sourceRepos"))) {
      String pattern = entry.text().startsWith("!") ? entry.text().substring(1) : entry.text();
      String normal = RepositoryUrl.normalize(pattern);
      if (pattern.isEmpty() || TemplateText.isTemplated(pattern)) {
        continue;
      }
      if (pattern.contains("{") && normal.toLowerCase(Locale.ROOT).contains("%7b")) {
        out.add(entry, "braces are escaped before `" + pattern + "` is compared");
      } else if (normal.isEmpty()) {
        out.add(entry, "`" + pattern + "` is no URL that Argo CD can read");
      } else {
        GlobPattern.of(normal, '/')
            .fault()
            .ifPresent(fault -> out.add(entry, "`" + pattern + "`: " + fault));
      }
    }
  }
}

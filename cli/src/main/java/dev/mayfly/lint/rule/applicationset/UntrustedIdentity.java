package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A name is made from text that the author of the pull request chooses. */
public final class UntrustedIdentity implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS011",
          "untrusted-identity",
          Severity.ERROR,
          "a name is made from text that the author of the pull request chooses",
          """
          A branch, title or author can hold any character. In a name, a namespace or a label
          value the API server refuses it, and Argo CD then returns before it deletes: closed
          pull requests are never cleaned up. Chosen with care it names somebody else's
          namespace.
          """,
          "name previews after `.number`; where a branch must show, put `.branch_slug` beside it",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .branch }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern CLEANED =
      Pattern.compile(
          "\\b(slugify|normalize|regexReplaceAll\\w*|sha\\w*sum|adler32sum|b32enc|len)\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ScalarNode text : set.identities()) {
      check(text, out);
    }
    for (ApplicationView application : set.applications()) {
      for (MapNode.Entry label : Fields.entries(application.at("metadata", "labels"))) {
        if (label.value() instanceof ScalarNode value) {
          check(value, out);
        }
      }
    }
  }

  private static void check(ScalarNode text, Findings out) {
    for (String action : TemplateText.actions(text.text())) {
      String name = action.strip().replaceFirst("^\\.", "").split("[^a-z_]", 2)[0];
      if (PullRequestParameters.UNTRUSTED.contains(name) && !CLEANED.matcher(action).find()) {
        out.add(text, "`" + name + "` is free text of the pull request's author");
      }
    }
  }
}

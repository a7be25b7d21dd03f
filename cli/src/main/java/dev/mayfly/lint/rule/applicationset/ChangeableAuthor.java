package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** A selector trusts an author name that its owner can change. */
public final class ChangeableAuthor implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS034",
          "changeable-author",
          Severity.WARNING,
          "a selector trusts an author name that its owner can change",
          """
          On Bitbucket Cloud `author` is a nickname, on Azure DevOps the part before the `@`:
          two people can have the same, and one can take another's. That is no boundary.
          """,
          "gate on something only maintainers can set",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            generators:
            - pullRequest:
                bitbucket: {owner: acme, repo: shop, basicAuth: {username: argo, passwordRef: {secretName: forge, key: password}}}
              selector: {matchExpressions: [{key: author, operator: In, values: [ann]}]}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, tokenRef: {secretName: forge, key: token}}
              selector: {matchExpressions: [{key: author, operator: In, values: [ann]}]}
          """);

  private static final Set<String> CHANGEABLE = Set.of("bitbucket", "azuredevops");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      boolean changeable =
          generator.providers().stream().anyMatch(it -> CHANGEABLE.contains(it.key().text()));
      for (ScalarNode text : Fields.scalars(generator.entry().get("selector"))) {
        if (changeable && text.text().equals("author")) {
          out.add(text, "`author` can be chosen by its owner on this forge");
        }
      }
    }
  }
}

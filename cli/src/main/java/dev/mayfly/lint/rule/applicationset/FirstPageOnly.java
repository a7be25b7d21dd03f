package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.Map;

/**
 * Only the first page of pull requests is asked for (Argo CD v3.5.1, {@code gitea.go} and {@code
 * azure_devops.go} of {@code applicationset/services/pull_request} list once and name no page).
 */
public final class FirstPageOnly implements ProviderRule {
  private static final Map<String, String> WHOSE =
      Map.of("gitea", "the repository", "azuredevops", "the whole project");

  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    String whose = WHOSE.get(forge.text());
    if (whose != null) {
      out.unverifiable(
          forge,
          "Argo CD reads one page of `" + forge.text() + "`, of those that are open in " + whose,
          "see that no more are open than the forge gives at once");
    }
  }
}

package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Map;

/** A forge is named without what it needs. */
public final class IncompleteProvider implements ProviderRule {
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "github", List.of("owner", "repo"),
          "gitlab", List.of("project"),
          "gitea", List.of("owner", "repo", "api"),
          "bitbucketServer", List.of("project", "repo", "api"),
          "bitbucket", List.of("owner", "repo"),
          "azuredevops", List.of("organization", "project", "repo"));

  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    for (String field : REQUIRED.getOrDefault(forge.text(), List.of())) {
      if (!Fields.isSet(body.get(field))) {
        out.add(forge, "`" + forge.text() + "` lacks `" + field + "`");
      }
    }
  }
}

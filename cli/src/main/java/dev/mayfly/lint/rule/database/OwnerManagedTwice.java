package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** Two secrets set the password of one role. */
public final class OwnerManagedTwice implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (String method : List.of("recovery", "initdb")) {
      String owner = resource.textAt("spec", "bootstrap", method, "owner");
      String secret = resource.textAt("spec", "bootstrap", method, "secret", "name");
      String used = secret == null ? resource.name() + "-app" : secret;
      for (MapNode role : resource.mapsAt("spec", "managed", "roles")) {
        String other = role.textAt("passwordSecret", "name");
        boolean same = owner != null && owner.equals(role.textAt("name"));
        if (same
            && other != null
            && !other.equals(used)
            && !TemplateText.isTemplated(other + used)) {
          MapNode.Entry at = role.entry("passwordSecret");
          out.add(
              at == null ? role : at.key(),
              "`%s` gets its password from `%s` and from `%s`".formatted(owner, other, used));
        }
      }
    }
  }
}

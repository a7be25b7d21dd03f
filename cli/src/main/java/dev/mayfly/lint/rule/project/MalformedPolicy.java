package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** A role of a project has a policy that Argo CD cannot read. */
public final class MalformedPolicy implements DocumentRule {
  private static final Set<String> EFFECTS = Set.of("allow", "deny");

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode role : resource.mapsAt("spec", "roles")) {
      String subject = "proj:" + resource.name() + ":" + role.textOrEmpty("name");
      for (ScalarNode policy : role.textsAt("policies")) {
        String[] parts = policy.text().split(",", -1);
        if (TemplateText.isTemplated(policy.text() + subject)) {
          compareOpen(policy, parts, subject, out);
        } else if (parts.length != 6) {
          out.add(policy, "the policy has " + parts.length + " parts, not six");
        } else if (!parts[1].strip().equals(subject)) {
          out.add(policy, "the policy is about `" + parts[1].strip() + "`, not `" + subject + "`");
        } else if (!EFFECTS.contains(parts[5].strip())) {
          out.add(policy, "the effect is `" + parts[5].strip() + "`, not `allow` or `deny`");
        }
      }
    }
  }

  /** Two placeholders that are not one are most often a slip. */
  private static void compareOpen(ScalarNode policy, String[] parts, String subject, Findings out) {
    String about = parts.length == 6 ? parts[1].strip() : subject;
    if (!about.equals(subject)
        && TemplateText.isTemplated(about)
        && TemplateText.isTemplated(subject)) {
      out.unverifiable(
          policy,
          "the policy is about `" + about + "`, not `" + subject + "`",
          "see that both are filled in alike");
    }
  }
}

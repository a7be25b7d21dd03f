package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.Locale;

/** A pattern of `sourceRepos` can never match. */
public final class UnmatchableRepository implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (ScalarNode entry : resource.textsAt("spec", "sourceRepos")) {
      String pattern = entry.text().startsWith("!") ? entry.text().substring(1) : entry.text();
      String normal = RepositoryUrl.normalize(pattern);
      if (pattern.isEmpty() || TemplateText.isTemplated(pattern)) {
        continue;
      }
      if (pattern.contains("{") && normal.toLowerCase(Locale.ROOT).contains("%7b")) {
        out.add(entry, "braces are escaped before `" + pattern + "` is compared");
      } else if (normal.isEmpty()) {
        out.add(entry, "`" + pattern + "` is not a URL that Argo CD can read");
      } else {
        GlobPattern.of(normal, '/')
            .fault()
            .ifPresent(fault -> out.add(entry, "in `" + pattern + "` " + fault));
      }
    }
  }
}

package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.ScalarNode;

/** The project of previews permits every repository. */
public final class AnyRepository implements PreviewProjectRule {
  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (ScalarNode repository : project.textsAt("spec", "sourceRepos")) {
      if (repository.text().equals("*") || repository.text().equals("**")) {
        out.add(repository, "`sourceRepos` lists `" + repository.text() + "`");
      }
    }
  }
}

package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.ScalarNode;

/** The project of previews permits every repository. */
public final class AnyRepository implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus)) {
      for (ScalarNode repository : Fields.texts(project.at("spec", "sourceRepos"))) {
        if (repository.text().equals("*") || repository.text().equals("**")) {
          out.about(project).add(repository, "previews may be deployed from any repository");
        }
      }
    }
  }
}

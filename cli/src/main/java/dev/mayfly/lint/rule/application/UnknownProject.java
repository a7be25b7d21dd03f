package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An Application names a project that is not here. */
public final class UnknownProject implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Set<String> known = new TreeSet<>();
    corpus.of(GroupKind.PROJECT).forEach(project -> known.add(project.name()));
    if (known.isEmpty()) {
      return;
    }
    for (ApplicationView application : ApplicationView.all(corpus).toList()) {
      Node project = application.at("spec", "project");
      String name = NodeValues.text(project);
      boolean fixed = !name.isEmpty() && !TemplateText.isTemplated(name) && !name.equals("default");
      if (project != null && fixed && !known.contains(name)) {
        out.about(application.resource())
            .unverifiable(
                project,
                "no AppProject `" + name + "` is here" + meant(NearMiss.of(name, known)),
                "lint the folder that holds it as well");
      }
    }
  }

  private static String meant(List<String> near) {
    return near.isEmpty() ? "" : "; did you mean `" + String.join("` or `", near) + "`?";
  }
}

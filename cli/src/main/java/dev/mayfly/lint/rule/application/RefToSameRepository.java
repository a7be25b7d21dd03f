package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** Values are taken from the same repository at another revision. */
public final class RefToSameRepository implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    for (SourceView reference : sources) {
      String name = reference.textOrEmpty("ref");
      for (SourceView user : sources) {
        if (!user.equals(reference) && uses(user, reference) && user.isSameRepository(reference)) {
          boolean same = user.revision().equals(reference.revision());
          Node at = reference.node().orThis("ref");
          if (same) {
            out.add(
                Severity.NOTE,
                at,
                "`$" + name + "` works as long as both sources are at one commit");
          } else {
            out.add(
                at, "`$" + name + "` reads the repository that uses it, and the revisions differ");
          }
        }
      }
    }
  }

  private static boolean uses(SourceView source, SourceView reference) {
    return NodeValues.scalars(source.at("helm")).stream()
        .anyMatch(it -> reference.lent(it.text()).isPresent());
  }
}

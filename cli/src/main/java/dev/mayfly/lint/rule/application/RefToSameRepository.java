package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Set;

/** Values are taken from the same repository at another revision. */
public final class RefToSameRepository implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    for (SourceView reference : sources) {
      String name = reference.textOrEmpty("ref");
      for (SourceView user : name.isEmpty() ? List.<SourceView>of() : sources) {
        if (!user.equals(reference) && uses(user, name) && user.isSameRepository(reference)) {
          boolean same = revision(user).equals(revision(reference));
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

  private static boolean uses(SourceView source, String name) {
    return NodeValues.scalars(source.at("helm")).stream()
        .anyMatch(it -> it.text().startsWith("$" + name + "/"));
  }

  /** What is empty means HEAD, and HEAD is one of these nearly everywhere. */
  private static String revision(SourceView source) {
    String revision = source.textOrEmpty("targetRevision");
    return Set.of("", "HEAD", "main", "master").contains(revision) ? "HEAD" : revision;
  }
}

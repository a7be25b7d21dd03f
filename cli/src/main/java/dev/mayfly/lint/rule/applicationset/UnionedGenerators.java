package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Generators side by side are filled into a template made for one of them. */
public final class UnionedGenerators implements SetRule {
  /** Whether pull requests have it by nature, and this generator at most by what it reads. */
  private static boolean isOfPullRequests(SetView set, FilledText text, List<String> path) {
    String name = path.getFirst();
    return text.known().open()
        && !text.known().names().containsKey(name)
        && PullRequestParameter.named(name).isPresent()
        && set.generators().stream().anyMatch(it -> it.is("pullRequest"));
  }

  @Override
  public void check(SetView set, Findings out) {
    Set<String> told = new HashSet<>();
    for (FilledText text : FilledText.of(set)) {
      for (ParameterReference reference : text.reads().needs(set.isStrict())) {
        boolean missing = !text.known().mayHold(reference.path());
        String kind = text.generator().kind();
        if (missing && text.isElsewhere(set, reference) && told.add(reference.shown())) {
          out.add(
              text.at(reference), "`%s` does not give %s".formatted(kind, text.shown(reference)));
        } else if (!missing
            && isOfPullRequests(set, text, reference.path())
            && told.add(reference.shown())) {
          out.unverifiable(
              text.at(reference),
              "`%s` is not known to give %s".formatted(kind, text.shown(reference)),
              "it does where each of its files, clusters or answers has that key");
        }
      }
    }
  }
}

package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.RivalRule;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two ApplicationSets give their Applications the same names. */
public final class MeetingSets implements RivalRule {
  @Override
  public List<Claim> claims(Corpus corpus, Resource application) {
    SetView set = SetView.of(application);
    boolean counts = !set.pullRequests().isEmpty() && set.patch().isEmpty();
    return counts
            && application.at("spec", "template", "metadata", "name") instanceof ScalarNode name
            && set.reads(name).readsKey("number")
        ? List.of(new Claim(application.namespace() + " " + name.text().replace(" ", ""), name))
        : List.of();
  }

  @Override
  public String message(Claim claim, Resource application, Resource other) {
    return isApart(SetView.of(application), SetView.of(other))
        ? "`" + NodeValues.text(claim.at()) + "` is also given by " + other.title()
        : "";
  }

  /** Two sets over one repository may share its pull requests out between them by label. */
  private static boolean isApart(SetView one, SetView other) {
    return Collections.disjoint(repositories(one), repositories(other));
  }

  private static List<String> repositories(SetView set) {
    return set.pullRequests().stream()
        .flatMap(generator -> generator.providers().stream())
        .map(it ->
            Stream.of("owner", "project", "repo")
                .map(it.value()::textOrEmpty)
                .collect(Collectors.joining("/")))
        .toList();
  }
}

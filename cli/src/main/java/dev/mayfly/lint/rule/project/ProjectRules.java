package dev.mayfly.lint.rule.project;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ProjectRules {
  private ProjectRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("PJ080", new DenyRuleAllows(), GroupKind.PROJECT),
          Rule.of("PJ081", new AnyNamespace()),
          Rule.of("PJ082", new WideNamespacePattern()),
          Rule.of("PJ083", new AnyRepository()),
          Rule.of("PJ084", new ServerOrName(), GroupKind.PROJECT),
          Rule.of("PJ085", new AnyClusterKind()),
          Rule.of("PJ086", new AnyNamespaceObject()),
          Rule.of("PJ087", new EmptyWhitelist(), GroupKind.PROJECT),
          Rule.of("PJ088", new NamespaceNotPermitted()),
          Rule.of("PJ089", new OpenSourceNamespaces(), GroupKind.PROJECT),
          Rule.of("PJ090", new ProjectWithoutFinalizer()),
          Rule.of("PJ091", new OrphansUnwatched()),
          Rule.of("PJ092", new InvalidPattern(), GroupKind.PROJECT),
          Rule.of("PJ093", new DeprecatedSignatureKeys(), GroupKind.PROJECT),
          Rule.of("PJ094", new RegexAsPattern(), GroupKind.PROJECT),
          Rule.of("PJ095", new RepositoryNotPermitted()),
          Rule.of("PJ096", new DestinationNotPermitted()),
          Rule.of("PJ097", new MalformedPolicy(), GroupKind.PROJECT),
          Rule.of("PJ099", new EmptySyncWindow(), GroupKind.PROJECT),
          Rule.of("PJ100", new KindNotPermitted()),
          Rule.of("PJ102", new UnmatchableRepository(), GroupKind.PROJECT),
          Rule.of("PJ101", new ForeignRepository()),
          Rule.of("PJ103", new SourceNamespaceNotPermitted()));
}

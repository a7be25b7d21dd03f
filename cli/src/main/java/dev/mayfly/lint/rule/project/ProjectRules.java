package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ProjectRules {
  private ProjectRules() {}

  public static final List<Rule> ALL =
      List.of(
          new DenyRuleAllows(),
          new AnyNamespace(),
          new WideNamespacePattern(),
          new AnyRepository(),
          new ServerOrName(),
          new AnyClusterKind(),
          new AnyNamespaceObject(),
          new EmptyWhitelist(),
          new NamespaceNotPermitted(),
          new OpenSourceNamespaces(),
          new ProjectWithoutFinalizer(),
          new OrphansUnwatched(),
          new InvalidPattern(),
          new DeprecatedSignatureKeys(),
          new RegexAsPattern(),
          new RepositoryNotPermitted(),
          new DestinationNotPermitted(),
          new MalformedPolicy(),
          new EmptySyncWindow(),
          new KindNotPermitted(),
          new UnmatchableRepository(),
          new ForeignRepository());
}

package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.SeverityPolicy;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PlatformLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A platform that every command would refuse. */
public final class InvalidPlatform implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "MF001",
          "invalid-platform",
          Severity.ERROR,
          "mayfly.yaml is refused",
          """
          Every command of Mayfly reads this file first. From the moment it is merged no preview is
          opened, renewed or taken away, until somebody mends it.
          """,
          "mend the field at the place shown; editors complete it by `mayfly schema platform`",
          """
          # file: mayfly.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: PreviewPlatform
          metadata: {name: shop}
          spec:
            gitops: {repository: https://github.com/acme/gitops.git}
            forge: {kind: github}
            exposure:
              domain: pr.example.dev
              gateway: {name: edge, namespace: gateway-system, listener: previews}
              access: {kind: none}
            admission: {limits: 3}
            apps:
            - {name: shop, repository: acme/shop, bundle: {kind: directory, path: deploy}}
          """,
          """
          # file: mayfly.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: PreviewPlatform
          metadata: {name: shop}
          spec:
            gitops: {repository: https://github.com/acme/gitops.git}
            forge: {kind: github}
            exposure:
              domain: pr.example.dev
              gateway: {name: edge, namespace: gateway-system, listener: previews}
              access: {kind: none}
            admission: {limit: 3}
            apps:
            - {name: shop, repository: acme/shop, bundle: {kind: directory, path: deploy}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(new GroupKind("mayfly.dev", "PreviewPlatform"));
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (Problem problem : problems(resource)) {
      // A key that stands twice has a rule of its own.
      if (!problem.id().equals("duplicate-key")) {
        out.add(problem, resource);
      }
    }
  }

  private static List<Problem> problems(Resource resource) {
    byte[] bytes = resource.root().location().source().text().getBytes(StandardCharsets.UTF_8);
    try {
      Platform platform = PlatformLoader.load(resource.file(), bytes).platform();
      return SeverityPolicy.problems(platform, RuleCatalog.ALL);
    } catch (ProblemsException e) {
      return e.problems();
    }
  }
}

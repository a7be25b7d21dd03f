package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.SeverityPolicy;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.ReadingFault;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A platform that every command would refuse. */
public final class InvalidPlatform implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (Problem problem : problems(resource)) {
      // A key that stands twice has a rule of its own.
      if (!ReadingFault.DUPLICATE_KEY.isIn(problem)) {
        out.add(problem, resource.root());
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

package dev.mayfly.command.composition;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Overrides;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.platform.LoadedPlatform;
import java.util.List;
import java.util.Optional;

/**
 * What the platform that governs a run of {@code lint} says: its targets and severities, and what
 * there is to render.
 *
 * @param policy empty when the linted tree's own platform is wrong, which the run then reports
 * @param findings what only loading can find, such as an override that is no template
 */
public record Governing(Optional<Policy> policy, LintSettings settings, List<Finding> findings) {
  public static final Governing NONE =
      new Governing(Optional.empty(), LintSettings.DEFAULT, List.of());

  /**
   * Loads a platform that nobody judges, such as the one of a policy ref.
   *
   * @throws ProblemsException (configuration) when it is wrong
   */
  public static Governing load(PlatformPlace place) {
    return of(new Policy(place.platform(), place.templates()), List.of());
  }

  private static Governing of(Policy policy, List<Finding> findings) {
    return new Governing(
        Optional.of(policy),
        LintSettings.of(policy.platform(), RuleCatalog.ALL)
            .withOverridden(Overrides.kinds(policy.templates().overridden())),
        findings);
  }

  /**
   * Loads a platform that the run itself judges. A rule reports what is wrong with its file, and
   * until that is mended every rule counts as it is.
   *
   * @param shownAs what findings call its file
   */
  public static Governing loadJudged(PlatformPlace place, String shownAs) {
    LoadedPlatform loaded;
    LintSettings settings;
    try {
      loaded = place.platform();
      settings = LintSettings.of(loaded.platform(), RuleCatalog.ALL);
    } catch (ProblemsException e) {
      return NONE;
    }
    try {
      Policy policy = new Policy(loaded, place.templates());
      return of(policy, findings(place.neighbours(loaded), shownAs));
    } catch (ProblemsException e) {
      return new Governing(Optional.empty(), settings, findings(e.problems(), shownAs));
    }
  }

  private static List<Finding> findings(List<Problem> problems, String file) {
    Location at = Location.ofFile(file);
    return problems.stream().map(problem -> Finding.of(problem, at)).toList();
  }
}

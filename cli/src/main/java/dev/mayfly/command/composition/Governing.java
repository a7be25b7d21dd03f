package dev.mayfly.command.composition;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Location;
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
    LoadedPlatform loaded = place.platform();
    Policy policy = new Policy(loaded, place.templates());
    return new Governing(
        Optional.of(policy),
        LintSettings.of(loaded.platform(), RuleCatalog.ALL)
            .withOverridden(Overrides.kinds(policy.templates().overridden())),
        List.of());
  }

  /**
   * Loads a platform that the run itself judges. A rule reports what is wrong with its file, and
   * until that is mended every rule counts as it is.
   *
   * @param shownAs what findings call its file
   */
  public static Governing loadJudged(PlatformPlace place, String shownAs) {
    LoadedPlatform loaded;
    try {
      loaded = place.platform();
      LintSettings.of(loaded.platform(), RuleCatalog.ALL);
    } catch (ProblemsException e) {
      return NONE;
    }
    try {
      Governing governing = load(place);
      Location file = Location.ofFile(shownAs);
      List<Finding> beside =
          place.neighbours().stream().map(problem -> Finding.of(problem, file)).toList();
      return new Governing(governing.policy(), governing.settings(), beside);
    } catch (ProblemsException e) {
      Location file = Location.ofFile(shownAs);
      return new Governing(
          Optional.empty(),
          LintSettings.of(loaded.platform(), RuleCatalog.ALL),
          e.problems().stream().map(problem -> Finding.of(problem, file)).toList());
    }
  }
}

package dev.mayfly.command.option;

import dev.mayfly.argocd.ApplicationsSync;
import dev.mayfly.argocd.LiveApplications;
import dev.mayfly.argocd.LiveChange;
import dev.mayfly.argocd.LiveComparison;
import dev.mayfly.argocd.Simulation;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What is there already.
 *
 * @param policy what the controller was started with; empty for what each set says
 * @param mayDeleteNone whether a deletion fails the run
 */
public record LiveOptions(
    Optional<LiveApplications> live, Optional<ApplicationsSync> policy, boolean mayDeleteNone) {
  public static final RepeatableOption EXISTING =
      new RepeatableOption(
          "--existing", "NAME", "an Application that exists, to learn whether it would go");
  static final ValueOption<String> LIVE =
      ValueOption.text(
          "--live", "FILE", "what kubectl get applications -o json or argocd app list printed");
  private static final FlagOption NO_DELETION =
      new FlagOption("--no-deletion", "end with 1 where an Application would go");

  private static final ValueOption<ApplicationsSync> POLICY =
      ValueOption.choice(
          "--policy", ApplicationsSync.values(), "the policy that the controller was started with");

  public static void addTo(CommandSpec spec) {
    Option.add(spec, LIVE, POLICY, NO_DELETION);
  }

  public static LiveOptions read(Invocation invocation, InputFiles files) {
    String path = LIVE.in(invocation).orElse("");
    return new LiveOptions(
        path.isEmpty() ? Optional.empty() : Optional.of(files.read(path, LiveApplications::read)),
        POLICY.in(invocation),
        NO_DELETION.isGivenIn(invocation));
  }

  public List<LiveChange> changes(Node set, Simulation simulation) {
    return live.map(it -> LiveComparison.of(set, it, policy).changes(simulation)).orElse(List.of());
  }

  /** A list of another cluster looks like one where everything is new. */
  public void addNotes(Node set, List<Problem> problems) {
    if (live.filter(it -> it.isOfOthers(set)).isPresent()) {
      problems.add(
          new Problem(
              "live-elsewhere",
              Severity.NOTE,
              set.location(),
              "none of the Applications of `--live` is of this set",
              "is it of another cluster or namespace, or is the set new?"));
    }
  }
}

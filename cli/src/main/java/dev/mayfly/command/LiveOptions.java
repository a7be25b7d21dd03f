package dev.mayfly.command;

import dev.mayfly.argocd.LiveApplications;
import dev.mayfly.argocd.LiveChange;
import dev.mayfly.argocd.LiveComparison;
import dev.mayfly.argocd.Simulation;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What is there already.
 *
 * @param policy what the controller was started with; empty for what each set says
 * @param mayDeleteNone whether a deletion fails the run
 */
record LiveOptions(
    Optional<LiveApplications> live, Optional<String> policy, boolean mayDeleteNone) {
  private static final List<String> POLICIES =
      List.of("sync", "create-only", "create-update", "create-delete");

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "--live", "FILE", "what kubectl get applications -o json or argocd app list printed"));
    spec.addOption(
        Options.choice("--policy", POLICIES, "the policy that the controller was started with"));
    spec.addOption(Options.flag("--no-deletion", "end with 1 where an Application would go"));
  }

  static LiveOptions read(ParseResult parsed, InputFiles files) {
    String path = parsed.matchedOptionValue("--live", "");
    return new LiveOptions(
        path.isEmpty()
            ? Optional.empty()
            : Optional.of(LiveApplications.read(path, files.bytes(path))),
        Optional.of(parsed.matchedOptionValue("--policy", "")).filter(it -> !it.isEmpty()),
        parsed.hasMatchedOption("--no-deletion"));
  }

  List<LiveChange> changes(Node set, Simulation simulation) {
    return live.map(it -> LiveComparison.of(set, it, policy).changes(simulation)).orElse(List.of());
  }
}

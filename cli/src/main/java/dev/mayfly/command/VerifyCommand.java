package dev.mayfly.command;

import dev.mayfly.command.composition.Neighbourhood;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.option.FailOn;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LocalRefs;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.review.MergeCheck;
import dev.mayfly.review.PlatformDrift;
import dev.mayfly.review.RenderedPreviews;
import dev.mayfly.review.Rerendering;
import dev.mayfly.review.ReviewFindings;
import dev.mayfly.review.TreeLint;
import dev.mayfly.review.Verification;
import dev.mayfly.workspace.AdminFiles;
import dev.mayfly.workspace.PreviewStrays;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code verify}: one verdict on the overlays of a GitOps repository, for whoever reviews a change
 * to it. They are what the admins' templates make of their records, and that has no findings.
 */
final class VerifyCommand extends Command {
  private static final ValueOption<String> POLICY_REF =
      ValueOption.text("--policy-ref", "REF", "the admin-owned ref of mayfly.yaml and templates");
  private static final ValueOption<String> BASE =
      ValueOption.text("--base", "REF", "fail on changes since REF outside one preview's folder");

  private static final String FINE = "; every overlay is what its record and the policy make of it";

  VerifyCommand() {
    super("verify", "prove every overlay byte for byte against its record, and lint it");
  }

  @Override
  void describe(CommandSpec spec) {
    Option.add(spec, POLICY_REF, BASE, FindingsOutput.OPTION);
    FailOn.addTo(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly verify", "  mayfly verify --base origin/main");
  }

  @Override
  int run(Invocation invocation) {
    FailOn limit = FailOn.of(invocation);
    Workspace workspace = Platforms.workspace(invocation);
    try (Step step = invocation.console().activity().begin("verifying", "overlays");
        LocalRefs refs = LocalRefs.around(workspace.root())) {
      String base = BASE.in(invocation).orElse("");
      String ref = POLICY_REF.in(invocation).orElse(base);
      Policy policy =
          ref.isEmpty()
              ? new Policy(Platforms.load(workspace, invocation.console()), workspace.templates())
              : Policy.at(refs.at(ref), refs.folder());
      SortedMap<String, byte[]> files = PreviewsOnDisk.read(workspace.root()).files();
      RenderedPreviews previews = RenderedPreviews.of(policy, files);
      List<Problem> problems = new ArrayList<>(Verification.check(previews));
      problems.addAll(Neighbourhood.problems(workspace, policy.loaded()));
      PreviewStrays.find(workspace.root())
          .forEach((path, what) -> problems.add(Verification.stray(path, what)));
      Policy here =
          ref.isEmpty()
              ? policy
              : new Policy(
                  Platforms.quietly(workspace, invocation.console()), workspace.templates());
      boolean touched = ref.isEmpty() || refs.changesPlatform(ref);
      problems.addAll(
          new PlatformDrift(touched)
              .of(
                  AdminFiles.read(workspace.root()),
                  PlatformSet.files(here.loaded(), previews.live(), here.templates())));
      if (!base.isEmpty()) {
        MergeCheck merge =
            new MergeCheck(refs.repository().orElseThrow(), policy.platform(), refs.folder());
        problems.addAll(merge.outside(refs.at(base), refs.at("HEAD")));
        problems.addAll(merge.overLimit(refs.at(base).below(refs.folder()), files.keySet()));
      }
      TreeLint.Outcome review = ReviewFindings.of(problems, Rerendering.of(previews), policy);
      step.outcome("findings: " + review.findings().size());
      String fine = NothingFound.in(files.size(), review.documents()) + FINE;
      FindingsOutput.write(review.findings(), fine, workspace.root(), invocation);
      return limit.exitCode(review.findings());
    }
  }
}

package dev.mayfly.command;

import dev.mayfly.delivery.MergeCheck;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Rerendering;
import dev.mayfly.delivery.ReviewFindings;
import dev.mayfly.delivery.TreeLint;
import dev.mayfly.delivery.Verification;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.workspace.PreviewStrays;
import dev.mayfly.workspace.PreviewsOnDisk;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code verify}: one verdict on the overlays of a GitOps repository, for whoever reviews a change
 * to it. They are what the admins' templates make of their records, and that has no findings.
 */
final class VerifyCommand implements Command {
  private static final String FINE = "; every overlay is what its record and the policy make of it";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "prove every overlay byte for byte against its record, and lint it";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(
        Options.value("--policy-ref", "REF", "the admin-owned ref of mayfly.yaml and templates"));
    spec.addOption(
        Options.value("--base", "REF", "fail on changes since REF outside one preview's folder"));
    FindingsOutput.addTo(spec);
    FailOn.addTo(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly verify", "  mayfly verify --base origin/main");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    FailOn limit = FailOn.of(parsed);
    Workspace workspace = Platforms.workspace(parsed, console);
    Optional<LocalRepository> repository = LocalRepository.around(workspace.root());
    try {
      TreePath folder = folder(repository, workspace.root());
      String base = parsed.matchedOptionValue("--base", "");
      String ref = parsed.matchedOptionValue("--policy-ref", base);
      Policy policy =
          ref.isEmpty()
              ? new Policy(Platforms.load(workspace, console), workspace.templates())
              : Policy.at(at(repository, ref), folder);
      SortedMap<String, byte[]> files = PreviewsOnDisk.read(workspace.root()).files();
      List<Problem> problems = new ArrayList<>(new Verification(policy).check(files));
      PreviewStrays.find(workspace.root())
          .forEach((path, what) -> problems.add(Verification.stray(path, what)));
      if (!base.isEmpty()) {
        MergeCheck merge = new MergeCheck(repository.orElseThrow(), policy.platform(), folder);
        problems.addAll(merge.outside(at(repository, base), at(repository, "HEAD")));
        problems.addAll(merge.overLimit(at(repository, base).below(folder), files.keySet()));
      }
      TreeLint.Outcome review = ReviewFindings.of(problems, Rerendering.of(policy, files), policy);
      String fine = NothingFound.in(files.size(), review.documents()) + FINE;
      FindingsOutput.write(review.findings(), fine, workspace.root(), parsed, console);
      return limit.exitCode(review.findings());
    } finally {
      repository.ifPresent(LocalRepository::close);
    }
  }

  /** Where the platform lies in its repository. */
  private static TreePath folder(Optional<LocalRepository> repository, Path root) {
    return repository
        .map(git -> git.root().toAbsolutePath().normalize())
        .map(top -> top.relativize(root.toAbsolutePath().normalize()).toString())
        .flatMap(path -> TreePath.parse(path.replace('\\', '/')))
        .orElse(TreePath.ROOT);
  }

  private static Snapshot at(Optional<LocalRepository> repository, String ref) {
    return repository
        .flatMap(r -> r.at(ref))
        .orElseThrow(() -> UsageErrors.usage("`" + ref + "` names no commit here", ""));
  }
}

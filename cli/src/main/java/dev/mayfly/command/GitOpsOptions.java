package dev.mayfly.command;

import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.Message;
import dev.mayfly.delivery.Policy;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.PlaceSyntaxes;
import dev.mayfly.platform.Platform;
import dev.mayfly.report.TerminalText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which GitOps repository is worked on, and how. */
final class GitOpsOptions {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private GitOpsOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "--gitops-url", "URL", "the GitOps repository, when not the one in mayfly.yaml"));
    spec.addOption(
        Options.value("--gitops-branch", "NAME", "its branch, when not the one in mayfly.yaml"));
    spec.addOption(
        Options.value(
            "--gitops-path", "DIR", "the folder of mayfly.yaml in it, when not at the top"));
    spec.addOption(
        Options.value(
            "--policy-ref", "REF", "the admin-owned branch of mayfly.yaml and templates"));
  }

  static void addDryRun(CommandSpec spec) {
    spec.addOption(Options.flag("--dry-run", "say what would be done and do nothing"));
  }

  /** The remote that the options or the local mayfly.yaml name, from the platform's folder. */
  static RemoteRepository remote(ParseResult parsed, Console console) {
    return whole(parsed, console).below(folder(parsed, console));
  }

  /** The same seen from its root, wherever the platform lies. */
  static RemoteRepository whole(ParseResult parsed, Console console) {
    String url = parsed.matchedOptionValue("--gitops-url", "");
    return open(
        url.isEmpty() ? local(parsed, console).gitops().repository() : url,
        console,
        remote -> Connections.gitops(remote, console));
  }

  private static TreePath folder(ParseResult parsed, Console console) {
    String written = parsed.matchedOptionValue("--gitops-path", "");
    if (written.isEmpty() && !parsed.hasMatchedOption("--gitops-url")) {
      written = local(parsed, console).gitops().path();
    }
    if (!written.isEmpty() && !PlaceSyntaxes.FOLDER.matches(written)) {
      throw UsageErrors.usage(
          "`--gitops-path` is `"
              + TerminalText.clean(written)
              + "`, which is not "
              + PlaceSyntaxes.FOLDER.description(),
          "");
    }
    return TreePath.of(written);
  }

  /** Opens any repository with the limits of this run. */
  static RemoteRepository open(
      String url, Console console, Function<RemoteUrl, RemoteAccess> credentials) {
    RemoteUrl remote = RemoteUrl.parse(console.resolveRemote(url));
    return RemoteRepository.open(
        remote,
        credentials.apply(remote),
        Connections.scratch(),
        new Retry(console.clock(), RandomGenerator.getDefault(), Thread::sleep, PATIENCE));
  }

  static Delivery desk(
      ParseResult parsed, Console console, RemoteRepository remote, boolean dryRun) {
    String ref = parsed.matchedOptionValue("--policy-ref", "");
    Committer committer = Committer.from(console.env());
    return new Delivery(
        remote,
        branch(parsed, console),
        ref.isEmpty() ? Optional.empty() : Optional.of(RefName.branch(ref)),
        new Message(committer.name(), committer.email(), ProgramVersion.text()),
        console.clock(),
        dryRun);
  }

  /** The policy as the remote holds it now. */
  static Policy policy(Delivery desk) {
    return Policy.at(desk.remote().require(desk.policyRef().orElse(desk.branch())));
  }

  private static RefName branch(ParseResult parsed, Console console) {
    String branch = parsed.matchedOptionValue("--gitops-branch", "");
    if (!branch.isEmpty()) {
      return RefName.branch(branch);
    }
    return RefName.branch(
        parsed.hasMatchedOption("--gitops-url")
            ? "main"
            : local(parsed, console).gitops().branch());
  }

  private static Platform local(ParseResult parsed, Console console) {
    return Platforms.quietly(Platforms.workspace(parsed, console), console).platform();
  }
}

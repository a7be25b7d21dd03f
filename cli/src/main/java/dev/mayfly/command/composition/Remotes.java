package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ProgramVersion;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.Message;
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

/** Git repositories, as the options and the platform name them. */
public final class Remotes {
  private static final Duration RETRY_TIME = Duration.ofMinutes(3);

  private Remotes() {}

  /** The remote that the options or the local mayfly.yaml name, from the platform's folder. */
  public static RemoteRepository gitops(Invocation invocation) {
    return whole(invocation).below(folder(invocation));
  }

  /** The same seen from its root, wherever the platform lies. */
  static RemoteRepository whole(Invocation invocation) {
    String url = GitOpsOptions.GITOPS_URL.in(invocation).orElse("");
    return open(
        url.isEmpty() ? local(invocation).gitops().repository() : url,
        invocation.console(),
        remote -> Connections.gitops(remote, invocation.console()));
  }

  private static TreePath folder(Invocation invocation) {
    String written = GitOpsOptions.GITOPS_PATH.in(invocation).orElse("");
    if (written.isEmpty() && !GitOpsOptions.GITOPS_URL.isGivenIn(invocation)) {
      written = local(invocation).gitops().path();
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
        new Retry(console.clock(), RandomGenerator.getDefault(), console.sleeper(), RETRY_TIME));
  }

  public static Delivery delivery(Invocation invocation, RemoteRepository remote, boolean dryRun) {
    String ref = GitOpsOptions.POLICY_REF.in(invocation).orElse("");
    Committer committer = Committer.from(invocation.console().env());
    return new Delivery(
        remote,
        branch(invocation),
        ref.isEmpty() ? Optional.empty() : Optional.of(RefName.branch(ref)),
        new Message(committer.name(), committer.email(), ProgramVersion.text()),
        invocation.console().clock(),
        dryRun);
  }

  private static RefName branch(Invocation invocation) {
    String branch = GitOpsOptions.GITOPS_BRANCH.in(invocation).orElse("");
    if (!branch.isEmpty()) {
      return RefName.branch(branch);
    }
    return RefName.branch(
        GitOpsOptions.GITOPS_URL.isGivenIn(invocation)
            ? "main"
            : local(invocation).gitops().branch());
  }

  private static Platform local(Invocation invocation) {
    return Platforms.quietly(Platforms.workspace(invocation), invocation.console()).platform();
  }
}

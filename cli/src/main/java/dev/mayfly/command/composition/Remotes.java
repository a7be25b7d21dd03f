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
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.PlaceSyntaxes;
import dev.mayfly.platform.Platform;
import dev.mayfly.report.TerminalText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Git repositories, as the options and the platform name them.
 *
 * @param url of the GitOps repository
 * @param folder of the platform in it
 * @param branch that has what is delivered
 * @param policyRef the admin-owned branch, where it is another
 */
public record Remotes(
    String url, TreePath folder, RefName branch, Optional<RefName> policyRef, Console console) {
  private static final Duration RETRY_TIME = Duration.ofMinutes(3);

  /**
   * As the command line says; where it names no repository, what it leaves out is the platform's.
   */
  public static Remotes of(Invocation invocation) {
    String url = GitOpsOptions.GITOPS_URL.in(invocation).orElse("");
    String folder = GitOpsOptions.GITOPS_PATH.in(invocation).orElse("");
    String branch = GitOpsOptions.GITOPS_BRANCH.in(invocation).orElse("");
    String policyRef = GitOpsOptions.POLICY_REF.in(invocation).orElse("");
    if (url.isEmpty()) {
      GitOps own = Platforms.here(invocation).gitops();
      url = own.repository();
      folder = folder.isEmpty() ? own.path() : folder;
      branch = branch.isEmpty() ? own.branch() : branch;
    }
    if (!folder.isEmpty() && !PlaceSyntaxes.FOLDER.matches(folder)) {
      throw UsageErrors.usage(
          "`--gitops-path` is `"
              + TerminalText.clean(folder)
              + "`, which is not "
              + PlaceSyntaxes.FOLDER.description(),
          "");
    }
    return new Remotes(
        url,
        TreePath.of(folder),
        RefName.branch(branch.isEmpty() ? "main" : branch),
        policyRef.isEmpty() ? Optional.empty() : Optional.of(RefName.branch(policyRef)),
        invocation.console());
  }

  /** The GitOps repository, from the platform's folder. */
  public RemoteRepository gitops() {
    return whole().below(folder);
  }

  /** The same seen from its root, wherever the platform lies. */
  RemoteRepository whole() {
    return open(url, remote -> Connections.gitops(remote, console));
  }

  /** The repository of an app or of a bundle. */
  RemoteRepository source(String address, Platform platform) {
    return open(address, remote -> Connections.source(remote, platform, console));
  }

  private RemoteRepository open(String address, Function<RemoteUrl, RemoteAccess> credentials) {
    RemoteUrl remote = RemoteUrl.parse(console.resolveRemote(address));
    return RemoteRepository.open(
        remote,
        credentials.apply(remote),
        Connections.scratch(),
        new Retry(console.clock(), RandomGenerator.getDefault(), console.sleeper(), RETRY_TIME));
  }

  public Delivery delivery(RemoteRepository remote, boolean dryRun) {
    Committer committer = Committer.from(console.env());
    return new Delivery(
        remote,
        branch,
        policyRef,
        new Message(committer.name(), committer.email(), ProgramVersion.text()),
        console.clock(),
        dryRun);
  }
}

package dev.mayfly.command;

import dev.mayfly.delivery.EventInquiry;
import dev.mayfly.delivery.ForgeInquiry;
import dev.mayfly.delivery.Inquiry;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.event.EventAction;
import dev.mayfly.event.PullRequestEvent;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.NoForge;
import dev.mayfly.git.BranchComparison;
import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.platform.App;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import java.util.SortedSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which pull request a delivery is about, and who is asked about it: the forge, or the event alone.
 *
 * @param forge as seen by who looks after the app's repository
 * @param changes as seen by who writes to the GitOps repository
 */
record PullRequestSource(
    PullRequestEvent event, Inquiry inquiry, Forge forge, Forge changes, boolean offline) {
  private static final int MOST_FILES = 3_000;

  static void addTo(CommandSpec spec) {
    PreviewOptions.addPullRequest(spec);
    spec.addOption(
        Options.flag("--offline", "believe the event and ask no forge; nothing is written there"));
    spec.addOption(
        Options.value("--app-url", "URL", "the app's repository, when not the one in mayfly.yaml"));
  }

  static PullRequestSource of(ParseResult parsed, Console console, LoadedPlatform loaded) {
    PullRequestEvent event = PreviewOptions.event(parsed, console, loaded);
    ForgeSettings settings = loaded.platform().forge();
    boolean offline =
        parsed.hasMatchedOption("--offline") || settings.kind() == ForgeSettings.Kind.NONE;
    // Making a connection ready takes longer than a whole delivery to a disk.
    Forge forge = offline ? new NoForge() : Connections.forge(settings, console);
    PullRequest named = event.pullRequest();
    boolean byHand = named.details().equals(PullRequest.Details.UNKNOWN);
    Inquiry inquiry =
        offline
            ? new EventInquiry(
                named,
                byHand,
                () -> byHand ? Optional.empty() : changedFiles(parsed, console, loaded, named))
            : new ForgeInquiry(forge, named, console.clock());
    Forge changes = offline ? forge : Connections.gitopsForge(settings, console);
    return new PullRequestSource(event, inquiry, forge, changes, offline);
  }

  /** Which app it is about: the one that was named, or the only one of the repository. */
  PreviewSelection selection(ParseResult parsed) {
    return new PreviewSelection(
        Optional.ofNullable(parsed.<String>matchedOptionValue("--app", null)));
  }

  /**
   * Whether, without a forge to ask, a close is meant: by the event, or because a person says so.
   */
  boolean asksForRemoval() {
    return offline
        && (event.action() == EventAction.CLOSED
            || event.action() == EventAction.UNKNOWN
            || event.pullRequest().details().state() != PullRequest.State.OPEN);
  }

  private static Optional<SortedSet<String>> changedFiles(
      ParseResult parsed, Console console, LoadedPlatform loaded, PullRequest pullRequest) {
    Optional<App> app =
        loaded.platform().apps().stream()
            .filter(a -> a.repository().equals(pullRequest.repository()))
            .filter(a -> !a.paths().isEmpty())
            .findFirst();
    String target = pullRequest.details().targetBranch();
    if (app.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    try (RemoteRepository remote =
        new SourceRepositories(parsed, console, loaded.platform()).open(app.get())) {
      Snapshot tip = remote.require(RefName.branch(target));
      ChangedPaths changed =
          new BranchComparison(remote).between(tip.commit(), pullRequest.headSha(), MOST_FILES);
      return changed instanceof ChangedPaths.Known known
          ? Optional.of(known.paths())
          : Optional.empty();
    } catch (ProblemsException e) {
      // A branch that is gone or a server that is down tells nothing, and stops no removal.
      return Optional.empty();
    }
  }
}

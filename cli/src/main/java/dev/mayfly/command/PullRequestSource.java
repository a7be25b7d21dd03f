package dev.mayfly.command;

import dev.mayfly.delivery.EventInquiry;
import dev.mayfly.delivery.ForgeInquiry;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.delivery.PullRequestLookup;
import dev.mayfly.event.EventAction;
import dev.mayfly.event.PullRequestEvent;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.NoForge;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which pull request a delivery is about, and who is asked about it: the forge, or the event alone.
 *
 * @param forge as seen by who looks after the app's repository
 * @param changes as seen by who writes to the GitOps repository
 */
record PullRequestSource(
    PullRequestEvent event,
    PullRequestLookup inquiry,
    Forge forge,
    Forge changes,
    boolean offline) {
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
    PullRequestLookup inquiry =
        offline
            ? new EventInquiry(
                named,
                byHand,
                new RemoteHistory(new SourceRepositories(parsed, console, loaded.platform())))
            : new ForgeInquiry(forge, named, console.clock());
    Forge changes = offline ? forge : Connections.gitopsForge(settings, console);
    return new PullRequestSource(event, inquiry, forge, changes, offline);
  }

  /** The GitOps repository's pull requests; none where no forge is asked. */
  Proposals proposals(Platform platform) {
    return offline ? Proposals.NONE : Proposals.of(changes, platform);
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
}

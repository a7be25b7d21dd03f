package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.delivery.EventLookup;
import dev.mayfly.delivery.ForgeLookup;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.delivery.PullRequestLookup;
import dev.mayfly.event.CiEvent;
import dev.mayfly.event.EventAction;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.NoForge;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;

/**
 * Which pull request a delivery is about, and who is asked about it: the forge, or the event alone.
 *
 * @param forge as seen by who looks after the app's repository
 * @param changes as seen by who writes to the GitOps repository
 * @param selection which app it is about: the one that was named, or the only one of the repository
 */
public record PullRequestSource(
    CiEvent.OfPullRequest event,
    PullRequestLookup lookup,
    Forge forge,
    Forge changes,
    PreviewSelection selection,
    boolean offline) {

  /** Where nobody is asked: the event says what there is to know. */
  static PullRequestSource ofEvent(
      CiEvent.OfPullRequest event, PreviewSelection selection, EventLookup.AppHistory history) {
    PullRequest named = event.pullRequest();
    boolean byHand = named.details().equals(PullRequest.Details.UNKNOWN);
    Forge nobody = new NoForge();
    return new PullRequestSource(
        event, new EventLookup(named, byHand, history), nobody, nobody, selection, true);
  }

  static PullRequestSource atForge(
      CiEvent.OfPullRequest event,
      PreviewSelection selection,
      ForgeSettings settings,
      Console console) {
    Forge forge = ForgeConnections.forge(settings, console);
    return new PullRequestSource(
        event,
        new ForgeLookup(forge, event.pullRequest(), console.clock()),
        forge,
        ForgeConnections.gitopsForge(settings, console),
        selection,
        false);
  }

  /** The GitOps repository's pull requests; none where no forge is asked. */
  public Proposals proposals(Platform platform) {
    return offline ? Proposals.NONE : Proposals.of(changes, platform);
  }

  /**
   * Whether, without a forge to ask, a close is meant: by the event, or because a person says so.
   */
  public boolean asksForRemoval() {
    return offline
        && (event.action() == EventAction.CLOSED
            || event.action() == EventAction.UNKNOWN
            || event.pullRequest().details().state() != PullRequest.State.OPEN);
  }
}

package dev.mayfly.live;

import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.live.Observation.Stage;
import dev.mayfly.preview.PullRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A witness that also sees, now and then, whether the commit is still the pull request's head. */
public final class HeadWatch implements Witness {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private final Witness witness;
  private final Forge forge;
  private final PullRequest pullRequest;
  private final InstantSource clock;
  private final Consumer<ForgeException> unknown;
  private Instant next = Instant.MIN;

  /** {@code unknown} is told, once, that the forge does not say: then nobody watches. */
  public HeadWatch(
      Witness witness,
      Forge forge,
      PullRequest pullRequest,
      InstantSource clock,
      Consumer<ForgeException> unknown) {
    this.witness = witness;
    this.forge = forge;
    this.pullRequest = pullRequest;
    this.clock = clock;
    this.unknown = unknown;
  }

  @Override
  public Observation look() {
    return superseded().orElseGet(witness::look);
  }

  private Optional<Observation> superseded() {
    if (clock.instant().isBefore(next)) {
      return Optional.empty();
    }
    try {
      next = clock.instant().plus(EVERY);
      RemotePullRequest now = forge.read(pullRequest.repository(), pullRequest.number());
      if (now.pullRequest().details().state() != PullRequest.State.OPEN) {
        return ended("is no longer wanted: the pull request is closed");
      }
      return now.pullRequest().headSha().equals(pullRequest.headSha())
          ? Optional.empty()
          : ended(
              "is behind: the pull request is at `" + now.pullRequest().headSha().shortHex() + "`");
    } catch (ForgeException e) {
      unknown.accept(e);
      next = Instant.MAX;
      return Optional.empty();
    }
  }

  private static Optional<Observation> ended(String words) {
    return Optional.of(Observation.of(Stage.SUPERSEDED, words));
  }

  @Override
  public List<Trouble> explain() {
    return witness.explain();
  }
}

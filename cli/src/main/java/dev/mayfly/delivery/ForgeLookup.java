package dev.mayfly.delivery;

import dev.mayfly.admission.Candidate;
import dev.mayfly.forge.ChangedFiles;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.LabelTiming;
import dev.mayfly.forge.ListedPullRequest;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.forge.RepositoryAccess;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Asks the forge. An event only names the pull request; what it says of it may be old. A forge that
 * does not answer ends the command: that is no word about the pull request.
 */
public record ForgeLookup(Forge forge, PullRequest named, InstantSource clock)
    implements PullRequestLookup {

  /** About one that a list showed; one whose commit the list does not say is read for it. */
  static ForgeLookup of(Forge forge, ListedPullRequest listed, InstantSource clock) {
    PullRequest named =
        listed
            .headSha()
            .map(head -> new PullRequest(listed.repository(), listed.number(), head))
            .orElseGet(() -> read(forge, listed.repository(), listed.number()).pullRequest());
    return new ForgeLookup(forge, named, clock);
  }

  @Override
  public PullRequest pullRequest() {
    return read().pullRequest();
  }

  @Override
  public Candidate candidate(Policy policy, App app, SortedSet<PreviewId> holders) {
    return ForgeException.required(() -> candidate(read(), policy, app, holders));
  }

  private Candidate candidate(
      RemotePullRequest now, Policy policy, App app, SortedSet<PreviewId> holders)
      throws ForgeException {
    Platform platform = policy.platform();
    // One that is closed is refused for that, and must not be kept because the rest is not
    // answered.
    boolean open = now.pullRequest().details().state() == PullRequest.State.OPEN;
    boolean byLabel = open && !platform.admission().labels().all().isEmpty();
    Optional<RepositoryAccess> access =
        open && (byLabel || platform.gitops().isGenerator())
            ? Optional.of(access(now))
            : Optional.empty();
    boolean trusted = access.isEmpty() || access.get() == RepositoryAccess.WRITE;
    return new Candidate(
        platform,
        policy.templates(),
        app,
        now.pullRequest(),
        false,
        open && !app.paths().isEmpty() ? changedFiles() : Optional.empty(),
        Optional.of(Duration.between(now.updatedAt(), clock.instant())),
        access,
        byLabel && !trusted ? Optional.of(labelAge(platform, now)) : Optional.empty(),
        open
            ? Optional.of(GroupMembers.ask(forge, platform.admission(), now.pullRequest()))
            : Optional.empty(),
        holders);
  }

  private RemotePullRequest read() {
    return read(forge, named.repository(), named.number());
  }

  private static RemotePullRequest read(
      Forge forge, RepositoryName repository, PullRequestNumber number) {
    return ForgeException.required(() -> forge.read(repository, number));
  }

  /** An incomplete list is as good as none: the file that matters may be among the rest. */
  private Optional<SortedSet<String>> changedFiles() throws ForgeException {
    ChangedFiles files = forge.changedFiles(named.repository(), named.number());
    return files.complete() ? Optional.of(files.paths()) : Optional.empty();
  }

  private RepositoryAccess access(RemotePullRequest now) throws ForgeException {
    String author = now.pullRequest().details().author();
    return author.isEmpty() ? RepositoryAccess.UNKNOWN : forge.accessOf(named.repository(), author);
  }

  /**
   * Authors who can write might as well set the labels themselves; for others every label has to be
   * newer than what they pushed, so the worst of them counts.
   */
  private LabelTiming.Age labelAge(Platform platform, RemotePullRequest now) throws ForgeException {
    LabelTiming.Age worst = LabelTiming.Age.NEWER;
    for (String label : platform.admission().labels().all()) {
      LabelTiming.Age age = forge.labelTiming(now, label).age();
      if (age == LabelTiming.Age.OLDER) {
        return age;
      }
      worst = age == LabelTiming.Age.UNKNOWN ? age : worst;
    }
    return worst;
  }
}

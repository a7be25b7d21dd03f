package dev.mayfly.delivery;

import dev.mayfly.admission.Candidate;
import dev.mayfly.admission.PreviewId;
import dev.mayfly.forge.ChangedFiles;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.forge.RepositoryAccess;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedSet;

/** Asks the forge. An event only names the pull request; what it says of it may be old. */
public record ForgeInquiry(
    Forge forge, RepositoryName repository, PullRequestNumber number, InstantSource clock)
    implements Inquiry {

  @Override
  public PullRequest pullRequest() {
    return read().pullRequest();
  }

  @Override
  public Candidate candidate(Platform platform, App app, SortedSet<PreviewId> holders) {
    RemotePullRequest now = read();
    return new Candidate(
        platform,
        app,
        now.pullRequest(),
        false,
        app.paths().isEmpty() ? Optional.empty() : changedFiles(),
        Optional.of(Duration.between(now.updatedAt(), clock.instant())),
        labelTrusted(platform, now),
        holders);
  }

  private RemotePullRequest read() {
    try {
      return forge.read(repository, number);
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** An incomplete list is as good as none: the file that matters may be among the rest. */
  private Optional<SortedSet<String>> changedFiles() {
    try {
      ChangedFiles files = forge.changedFiles(repository, number);
      return files.complete() ? Optional.of(files.paths()) : Optional.empty();
    } catch (ForgeException e) {
      return Optional.empty();
    }
  }

  /** Authors who can write might as well set the label themselves; for others its age counts. */
  private Optional<Boolean> labelTrusted(Platform platform, RemotePullRequest now) {
    if (platform.admission().labels().all().isEmpty()) {
      return Optional.empty();
    }
    try {
      String author = now.pullRequest().details().author();
      if (forge.accessOf(repository, author) == RepositoryAccess.WRITE) {
        return Optional.empty();
      }
      String label = platform.admission().labels().all().getFirst();
      return Optional.of(forge.labelTiming(now, label).isLabelNewer());
    } catch (ForgeException e) {
      return Optional.of(false);
    }
  }
}

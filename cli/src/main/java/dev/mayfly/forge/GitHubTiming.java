package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a label was set and when the head was pushed, on GitHub. The timeline knows the label; a
 * push is only in the activity of the head's repository (GitHub docs, "List repository
 * activities"), since a commit's dates are its author's.
 */
record GitHubTiming(ForgeClient client) {
  private static final int RECENT = 100;

  LabelTiming of(PullRequest pr, String label) throws ForgeException {
    Optional<RepositoryName> head = pr.details().headRepository();
    return new LabelTiming(
        labelled(pr, label), head.isPresent() ? pushed(head.get(), pr) : Optional.empty());
  }

  private Optional<Instant> labelled(PullRequest pr, String label) throws ForgeException {
    String path = PullsApi.issue(pr.repository(), pr.number()) + "/timeline";
    @Nullable Instant since = null;
    for (ApiFields event : Pages.all(client, path, "id").items()) {
      if (event.text("label", "name").equals(label)) {
        switch (event.text("event")) {
          case "labeled" -> since = event.time("created_at");
          case "unlabeled" -> since = null;
          default -> {}
        }
      }
    }
    return Optional.ofNullable(since);
  }

  private Optional<Instant> pushed(RepositoryName head, PullRequest pr) throws ForgeException {
    String path =
        PullsApi.repository(head)
            + "/activity?per_page="
            + RECENT
            + "&ref="
            + PercentEncoding.encode("refs/heads/" + pr.details().branch());
    try {
      Optional<Instant> newest = Optional.empty();
      for (ApiFields item : Pages.read(client, path, "id", RECENT).items()) {
        ApiFields activity = item;
        if (activity.text("after").equals(pr.headSha().hex())) {
          Instant time = activity.time("timestamp");
          newest = newest.filter(known -> known.isAfter(time)).or(() -> Optional.of(time));
        }
      }
      return newest;
    } catch (ForgeException e) {
      if (e.isHidden()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}

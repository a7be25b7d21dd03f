package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.ListedPullRequest;
import dev.mayfly.platform.Admission;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pull requests as the forge lists them now, each repository asked once. One that is not listed
 * may be open all the same.
 */
record ListedHeads(Map<String, ListedPullRequest> listed, List<Problem> unknown) {
  /** A repository's list, or why there is none. */
  private record Answer(List<ListedPullRequest> items, Optional<Problem> problem) {}

  static ListedHeads of(Optional<Forge> forge, Collection<PullRequest> recorded) {
    Map<String, ListedPullRequest> listed = new HashMap<>();
    List<Problem> unknown = new ArrayList<>();
    if (forge.isPresent()) {
      Set<RepositoryName> repositories = new LinkedHashSet<>();
      recorded.forEach(one -> repositories.add(one.repository()));
      for (Answer answer : Parallel.map(repositories, it -> ask(forge.get(), it))) {
        answer.items().forEach(item -> listed.put(key(item.repository(), item.number()), item));
        answer.problem().ifPresent(unknown::add);
      }
    }
    return new ListedHeads(listed, unknown);
  }

  private static Answer ask(Forge forge, RepositoryName repository) {
    try {
      return new Answer(forge.listOpen(repository).items(), Optional.empty());
    } catch (ForgeException e) {
      Problem problem = e.problem();
      return new Answer(
          List.of(),
          Optional.of(
              Problem.warning(
                  "heads-unknown",
                  null,
                  "whether pull requests of `%s` moved on is not known: %s"
                      .formatted(repository, problem.message()),
                  problem.hint())));
    }
  }

  private static String key(RepositoryName repository, Object number) {
    return repository.path().toLowerCase(Locale.ROOT) + "#" + number;
  }

  private Optional<ListedPullRequest> of(PullRequest recorded) {
    return Optional.ofNullable(listed.get(key(recorded.repository(), recorded.number())));
  }

  /** That the pull request has another head than what is recorded. */
  Optional<PreviewStatus> moved(PullRequest recorded) {
    return of(recorded)
        .flatMap(ListedPullRequest::headSha)
        .filter(head -> !head.equals(recorded.headSha()))
        .map(head ->
            new PreviewStatus(
                PreviewState.STALE, "the pull request is at `" + head.shortHex() + "`"));
  }

  /** When it goes if nobody touches its pull request. */
  Optional<Instant> expiry(PullRequest recorded, Optional<Admission.Expiry> rule) {
    return rule.flatMap(expiry ->
        of(recorded)
            .filter(item -> !expiry.keeps(item.labels()))
            .flatMap(ListedPullRequest::updatedAt)
            .map(touched -> touched.plus(Duration.ofDays(expiry.idleDays()))));
  }
}

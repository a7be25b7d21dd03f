package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.event.Markdown;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.UntrustedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the sticky comment on a pull request says. What people wrote goes in as code only. */
final class Comments {
  private static final int MOST_REASONS = 10;
  private static final int LONGEST_REASON = 1_000;
  private static final String NO_CHANGE = "its GitOps pull request";

  private Comments() {}

  static String of(String app, LifeStage stage) {
    String headline = "**Preview of `%s`**".formatted(app);
    return switch (stage) {
      case LifeStage.Refused(CommitSha commit, List<Problem> reasons) ->
          headline + "\n\n" + refused(commit, reasons);
      case LifeStage.Waiting(
              CommitSha commit,
              Optional<String> url,
              Optional<String> change,
              boolean scheduled) ->
          headline
              + at(url)
              + "\n\nCommit `%s` waits for %s to be merged%s."
                  .formatted(
                      commit.shortHex(),
                      change.orElse(NO_CHANGE),
                      scheduled ? ", which the forge does once nothing is missing" : "");
      case LifeStage.Delivered(CommitSha commit, Optional<String> url, String note) ->
          headline
              + at(url)
              + "\n\nCommit `%s` is delivered; Argo CD takes it from here."
                  .formatted(commit.shortHex())
              + (note.isEmpty() ? "" : "\n\nNote: " + Markdown.line(note) + ".");
      case LifeStage.Live(CommitSha commit, Optional<String> url, String note) ->
          headline
              + at(url)
              + "\n\nCommit `%s` is live.".formatted(commit.shortHex())
              + (note.isEmpty() ? "" : "\n\nNote: " + Markdown.line(note) + ".");
      case LifeStage.Failed(CommitSha commit, Optional<String> url, String reason) ->
          headline
              + at(url)
              + "\n\nCommit `%s` is delivered and failed".formatted(commit.shortHex())
              + (reason.isEmpty() ? "." : ": " + Markdown.line(reason));
      case LifeStage.Going(Optional<String> change) ->
          headline + "\n\nIt goes when %s is merged.".formatted(change.orElse(NO_CHANGE));
      case LifeStage.Gone(String reason) ->
          headline
              + "\n\nIt is gone"
              + (reason.isEmpty() ? "" : ": " + Markdown.line(reason))
              + ".";
      case LifeStage.Unknown unknown -> "";
    };
  }

  private static String at(Optional<String> url) {
    return url.map(text -> ": " + text).orElse(" (no URL: no route leads to it)");
  }

  private static String refused(CommitSha commit, List<Problem> reasons) {
    String list =
        reasons.stream()
            .limit(MOST_REASONS)
            .map(problem -> "- " + Markdown.line(reason(problem)))
            .collect(Collectors.joining("\n"));
    int left = reasons.size() - MOST_REASONS;
    return "Commit `%s` gets none:\n\n".formatted(commit.shortHex())
        + list
        + (left > 0 ? "\n- and " + left + " more" : "");
  }

  /** What is wrong and how it is mended, in one line. */
  static String reason(Problem problem) {
    String mended = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
    return UntrustedText.clean(problem.message() + mended, LONGEST_REASON);
  }
}

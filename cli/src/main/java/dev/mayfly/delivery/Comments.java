package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.event.Markdown;
import dev.mayfly.manifest.CommentText;
import dev.mayfly.manifest.Templates;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.preview.UntrustedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the sticky comment on a pull request is made of. What people wrote goes in as code only. */
final class Comments {
  private static final int MOST_OF_A_NAME = 100;
  private static final int MOST_REASONS = 10;
  private static final int LONGEST_REASON = 1_000;
  private static final String NO_CHANGE = "its GitOps pull request";

  private Comments() {}

  static String of(Policy policy, RepositoryName repository, PreviewId id, LifeStage stage) {
    Templates templates = policy.templates();
    List<String> facts =
        List.of(id.app(), policy.platform().name(), id.number() + "", repository.path());
    return switch (stage) {
      case LifeStage.Refused(CommitSha commit, List<Problem> reasons) ->
          CommentText.REFUSED.of(templates, facts, commit.shortHex(), list(reasons));
      case LifeStage.Waiting it ->
          (it.scheduled() ? CommentText.SCHEDULED : CommentText.WAITING)
              .of(templates, facts, at(it.url()), it.commit().shortHex(), change(it.change()));
      case LifeStage.Delivered it ->
          CommentText.DELIVERED.of(
              templates, facts, at(it.url()), it.commit().shortHex(), note(it.note()));
      case LifeStage.Live it ->
          CommentText.LIVE.of(
              templates, facts, at(it.url()), it.commit().shortHex(), note(it.note()));
      case LifeStage.Failed it ->
          CommentText.FAILED.of(
              templates, facts, at(it.url()), it.commit().shortHex(), because(it.reason(), ""));
      case LifeStage.Going(Optional<String> change) ->
          CommentText.GOING.of(templates, facts, change(change));
      case LifeStage.Gone(String reason) ->
          CommentText.GONE.of(templates, facts, because(reason, "."));
      case LifeStage.Unknown unknown -> "";
    };
  }

  private static String change(Optional<String> url) {
    return url.orElse(NO_CHANGE);
  }

  private static String note(String note) {
    return note.isEmpty() ? "" : "Note: " + Markdown.line(note) + ".";
  }

  private static String because(String reason, String end) {
    return reason.isEmpty() ? "." : ": " + Markdown.line(reason) + end;
  }

  private static String at(Optional<String> url) {
    return url.map(text -> ": " + text).orElse(" (no URL: no route leads to it)");
  }

  private static String list(List<Problem> reasons) {
    String list =
        reasons.stream()
            .limit(MOST_REASONS)
            .map(problem -> "- " + Markdown.line(reason(problem)))
            .collect(Collectors.joining("\n"));
    int left = reasons.size() - MOST_REASONS;
    return list + (left > 0 ? "\n- and " + left + " more" : "");
  }

  /** Two tokens that take turns, or somebody who copied the mark. */
  static Problem ofAnother(PreviewId id, String name) {
    return Problem.warning(
        "comment-of-another",
        null,
        "`%s` wrote a comment on the preview %s that says otherwise, and only they can change it"
            .formatted(UntrustedText.clean(name, MOST_OF_A_NAME), id),
        "delete it at the pull request; where two tokens take turns, give Mayfly one of them");
  }

  /** What is wrong and how it is mended, in one line. */
  static String reason(Problem problem) {
    String mended = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
    return UntrustedText.clean(problem.message() + mended, LONGEST_REASON);
  }
}

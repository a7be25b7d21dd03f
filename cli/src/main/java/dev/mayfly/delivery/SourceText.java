package dev.mayfly.delivery;

import dev.mayfly.event.Markdown;
import dev.mayfly.platform.Admission;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The pull request that a preview is for, in the text of another one. What people wrote goes in as
 * code only: a title must not ping anybody, close an issue or pass for a mark of ours.
 */
final class SourceText {
  private static final int LONGEST = 120;

  private SourceText() {}

  /** With a link, where there is a forge. */
  static String linked(Platform platform, PullRequest source) {
    return platform
        .forge()
        .page(source.repository(), source.number())
        .map(page -> "[" + plain(source) + "](" + page + ")")
        .orElse(plain(source));
  }

  static String plain(PullRequest source) {
    return "pull request " + source.number() + " of `" + source.repository() + "`";
  }

  /** Its title and who opened it, as far as that is known; empty, or with a blank before. */
  static String titled(PullRequest source) {
    PullRequest.Details details = source.details();
    return (details.title().isBlank() ? "" : " " + Markdown.quoted(details.title(), LONGEST))
        + (details.author().isBlank() ? "" : " by " + Markdown.quoted(details.author(), LONGEST));
  }

  /** When a preview goes by itself, as a sentence goes on after "it goes". */
  static String end(Platform platform) {
    Admission admission = platform.admission();
    List<String> ways = new ArrayList<>();
    ways.add("when its pull request is closed or merged");
    if (!admission.labels().all().isEmpty()) {
      ways.add("when it loses the label " + names(admission.labels().all()));
    }
    if (!admission.labels().none().isEmpty()) {
      ways.add("when it gets the label " + names(admission.labels().none()));
    }
    admission
        .expiry()
        .ifPresent(expiry ->
            ways.add(
                "after "
                    + expiry.idleDays()
                    + " days without a change, unless it has the label "
                    + names(List.of(expiry.keepLabel()))));
    return String.join("; ", ways);
  }

  private static String names(List<String> labels) {
    return String.join(" or ", labels.stream().map(it -> Markdown.quoted(it, LONGEST)).toList());
  }
}

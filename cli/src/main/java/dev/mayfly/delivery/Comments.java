package dev.mayfly.delivery;

import dev.mayfly.event.Markdown;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;

/** What the sticky comment on a pull request says. What people wrote goes in as code only. */
final class Comments {
  private Comments() {}

  static String opened(Outcome outcome, PullRequest source, Optional<String> change) {
    String headline =
        "**Preview of `%s`**%s"
            .formatted(
                outcome.id().app(),
                outcome.url().map(url -> ": " + url).orElse(" (no URL: no route leads to it)"));
    String commit = "`" + source.headSha().shortHex() + "`";
    String state =
        outcome.waiting()
            ? "Commit %s waits for %s to be merged."
                .formatted(commit, change.orElse("its GitOps pull request"))
            : "Commit %s is delivered; Argo CD takes it from here.".formatted(commit);
    String but =
        outcome.reason().isEmpty() ? "" : "\n\nNote: " + Markdown.line(outcome.reason()) + ".";
    return headline + "\n\n" + state + but;
  }

  static String swept(Sweep.Item item) {
    return "**Preview of `%s`**\n\nIt is gone: %s."
        .formatted(item.id().app(), Markdown.line(item.reason()));
  }

  static String closed(Outcome outcome, Optional<String> change) {
    String app = "`" + outcome.id().app() + "`";
    return outcome.waiting()
        ? "**Preview of %s**\n\nIt goes when %s is merged."
            .formatted(app, change.orElse("its GitOps pull request"))
        : "**Preview of %s**\n\nIt is gone.".formatted(app);
  }
}

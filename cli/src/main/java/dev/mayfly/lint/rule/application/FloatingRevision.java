package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A preview follows a branch instead of a commit. */
public final class FloatingRevision implements PreviewRule {
  /** The references that forges keep for pull requests. */
  private static final Pattern HEAD_REF =
      Pattern.compile("^refs/(pull|merge-requests|pull-requests)/");

  @Override
  public void check(ApplicationView application, Findings out) {
    for (SourceView source : application.sources()) {
      if (source.at("targetRevision") instanceof ScalarNode revision) {
        check(revision, application.reads(revision, revision.text()), out);
      }
    }
  }

  private static void check(ScalarNode revision, TemplateReads reads, Findings out) {
    if (reads.readsKey("branch")) {
      out.add(revision, "`" + revision.text() + "` is a branch");
    } else if (reads.readsParameter(it -> it == PullRequestParameter.BRANCH_SLUG)) {
      out.add(revision, "`" + revision.text() + "` is named after a branch");
    } else if (HEAD_REF.matcher(revision.text()).find()) {
      out.add(revision, "`" + revision.text() + "` moves with every push");
    }
  }
}

package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.Node;
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
      Node revision = source.at("targetRevision");
      TemplateReads reads =
          revision instanceof ScalarNode text ? application.reads(text, text.text()) : null;
      if (reads != null && reads.readsKey("branch")) {
        out.add(revision, "`" + Fields.text(revision) + "` is a branch");
      } else if (reads != null
          && reads.readsParameter(it -> it == PullRequestParameter.BRANCH_SLUG)) {
        out.add(revision, "`" + Fields.text(revision) + "` is named after a branch");
      } else if (revision != null && HEAD_REF.matcher(Fields.text(revision)).find()) {
        out.add(revision, "`" + Fields.text(revision) + "` moves with every push");
      }
    }
  }
}

package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The project of previews permits the repositories of every account at a public forge. */
public final class ForeignRepository implements PreviewProjectRule {
  /** Repositories of accounts that nobody who reads this has. */
  private static final List<String> PROBES =
      List.of(
          "https://github.com/mayfly-probe-0000/probe",
          "https://gitlab.com/mayfly-probe-0000/probe",
          "https://gitlab.com/mayfly-probe-0000/group/probe",
          "https://bitbucket.org/mayfly-probe-0000/probe",
          "https://codeberg.org/mayfly-probe-0000/probe",
          "git@github.com:mayfly-probe-0000/probe",
          "git@gitlab.com:mayfly-probe-0000/probe");

  @Override
  public void check(Resource project, Corpus corpus, Findings out) {
    for (ScalarNode entry : project.textsAt("spec", "sourceRepos")) {
      String text = entry.text();
      boolean all = text.equals("*") || text.equals("**") || text.startsWith("!");
      GlobPattern pattern = GlobPattern.of(RepositoryUrl.normalize(text), '/');
      boolean foreign =
          PROBES.stream().anyMatch(it -> pattern.matches(RepositoryUrl.normalize(it)));
      if (foreign && !all) {
        out.add(entry, "`" + text + "` takes in repositories of any account");
      }
    }
  }
}

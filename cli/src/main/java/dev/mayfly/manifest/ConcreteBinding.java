package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;

/** Fills holes with the facts of one pull request. */
record ConcreteBinding(PreviewFacts facts) implements Binding {
  private static final int LONGEST_SAID = 120;

  @Override
  public String fact(Fact fact) {
    // A pattern switch is linked anew at every start, which this path cannot afford (ADR 0005).
    if (fact instanceof Fact.Number) {
      return facts.pullRequest().number().toString();
    }
    if (fact instanceof Fact.HeadSha) {
      return facts.pullRequest().headSha().hex();
    }
    if (fact instanceof Fact.ImageDigest(String id)) {
      return digest(id);
    }
    if (fact instanceof Fact.Said(String key)) {
      return said(key, facts.pullRequest().details());
    }
    if (fact instanceof Fact.Attempt) {
      return Integer.toString(facts.attempt());
    }
    if (fact instanceof Fact.BundleRevision) {
      return bundleRevision();
    }
    return fact instanceof Fact.OpenedAt ? facts.openedAt().orElseThrow().toString() : backup();
  }

  private String backup() {
    return facts
        .backup()
        .orElseThrow(() ->
            missing(
                "backup-not-given",
                "the database is cloned from the latest backup, and none is named",
                "name it with --backup or --facts"));
  }

  private String bundleRevision() {
    return facts
        .bundle()
        .orElseThrow(() ->
            missing(
                "bundle-revision-not-given",
                "the bundle follows a tag or branch, and no commit of it is named",
                "name the commit with --bundle-revision"))
        .revision()
        .hex();
  }

  private String digest(String id) {
    ImageDigest digest = facts.digests().get(id);
    if (digest == null) {
      throw missing(
          "digest-not-given",
          "there is no digest for image `%s` of pull request %s"
              .formatted(id, facts.pullRequest().number()),
          "give it with --image NAME@sha256:..., --lock FILE or --source DIR");
    }
    return digest.text();
  }

  static String said(String key, PullRequest.Details details) {
    String raw =
        switch (key) {
          case "title" -> details.title();
          case "author" -> details.author();
          case "branch" -> details.branch();
          case "targetBranch" -> details.targetBranch();
          default -> throw new IllegalStateException("nobody says " + key);
        };
    return UntrustedText.clean(raw, LONGEST_SAID);
  }

  private static ProblemsException missing(String id, String message, String hint) {
    return Fault.RENDERING.error(id, message, hint);
  }
}

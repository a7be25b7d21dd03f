package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import java.util.List;

/** Two Applications have the same name. */
public final class ApplicationTwice implements RivalRule {
  @Override
  public List<Claim> claims(Corpus corpus, Resource application) {
    boolean fixed =
        !application.name().isEmpty()
            && !corpus.mayChange(application, "namePrefix", "nameSuffix", "namespace");
    String key = application.namespace() + "/" + application.name();
    return fixed ? List.of(new Claim(key, application.subject())) : List.of();
  }

  @Override
  public String message(Resource application, Resource other) {
    return "`" + application.name() + "` also stands in " + other.file();
  }
}

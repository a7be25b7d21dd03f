package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ElementNames;
import dev.mayfly.lint.view.RivalRule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** Two Applications have the same name, also where a set's list gives one of them. */
public final class ApplicationTwice implements RivalRule {
  @Override
  public List<Claim> claims(Corpus corpus, Resource application) {
    if (corpus.mayChange(application, "namePrefix", "nameSuffix", "namespace")) {
      return List.of();
    }
    List<Claim> claims = new ArrayList<>();
    for (ApplicationView view : ApplicationView.of(application)) {
      if (view.at("metadata", "name") instanceof ScalarNode name && !view.isPatched("name:")) {
        names(view, name.text()).stream()
            .distinct()
            .filter(it -> !it.isEmpty())
            .map(it -> application.namespace() + "/" + it)
            .filter(it -> !TemplateText.isTemplated(it))
            .forEach(it -> claims.add(new Claim(it, name)));
      }
    }
    return claims;
  }

  private static List<String> names(ApplicationView view, String name) {
    if (view.set() == null) {
      return List.of(name);
    }
    boolean go = view.set().isGoTemplate();
    return view.generators().stream()
        .flatMap(it -> ElementNames.of(name, it, go).orElse(List.of()).stream())
        .toList();
  }

  @Override
  public String message(Claim claim, Resource application, Resource other) {
    String name = claim.key().substring(claim.key().indexOf('/') + 1);
    return "`%s` also stands in %s".formatted(name, other.file());
  }
}

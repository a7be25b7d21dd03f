package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.TemplateMerge;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ElementNames;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Applications of several elements have one name. */
public final class OneNameForMany implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (set.patch().contains("name:")) {
      return;
    }
    for (Generator generator : set.generators()) {
      Node base = set.resource().at("spec", "template");
      Node own = generator.body().get("template");
      Node template = base == null ? own : TemplateMerge.merged(own, base);
      Node name = template == null ? null : template.at("metadata", "name");
      List<Generator> several = generator.is("matrix") ? generator.children() : List.of(generator);
      for (Generator many : several.stream().filter(OneNameForMany::isMany).toList()) {
        if (name instanceof ScalarNode text && !text.text().isEmpty() && !tells(text, many)) {
          out.add(name, "`" + text.text() + "` is the same for all of `" + many.kind() + "`");
        } else if (name instanceof ScalarNode text) {
          twice(text, many, set.isGoTemplate(), out);
        }
      }
    }
  }

  private static void twice(ScalarNode name, Generator list, boolean go, Findings out) {
    Set<String> seen = new HashSet<>();
    ElementNames.of(name.text(), list, go).orElse(List.of()).stream()
        .filter(it -> !it.isEmpty() && !seen.add(it))
        .distinct()
        .forEach(it -> out.add(name, "`" + it + "` is the name for two elements of `list`"));
  }

  /** A list of several elements, or pull requests; a selector may leave one of them. */
  private static boolean isMany(Generator generator) {
    boolean listed = Fields.items(generator.body().get("elements")).size() > 1;
    return !generator.entry().has("selector")
        && (generator.is("pullRequest") || (generator.is("list") && listed));
  }

  /** Any parameter of the generator will do, whatever the template makes of it. */
  private static boolean tells(ScalarNode name, Generator generator) {
    List<String> own =
        generator.is("pullRequest")
            ? List.of("number", "branch", "branch_slug", "head_s", "title", "values")
            : Fields.maps(generator.body().get("elements")).stream()
                .flatMap(element -> element.keys().stream())
                .toList();
    String text = String.join(" ", TemplateText.actions(name.text()));
    boolean opaque = text.contains("$") || text.matches(".*(^|[\\s(])\\.([\\s)|]|$).*");
    return opaque || generator.body().has("elementsYaml") || own.stream().anyMatch(text::contains);
  }
}

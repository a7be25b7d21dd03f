package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ElementNames;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Applications of several elements have one name. */
public final class OneNameForMany implements SetRule {
  /** What two pull requests seldom have in common. */
  private static final Set<String> TELLING =
      Set.of(
          "number",
          "branch",
          "branch_slug",
          "head_sha",
          "head_short_sha",
          "head_short_sha_7",
          "title");

  @Override
  public void check(SetView set, Findings out) {
    if (set.patch().contains("name:")) {
      return;
    }
    for (Generator generator : set.generators()) {
      Node template = set.template(generator);
      Node name = template == null ? null : template.at("metadata", "name");
      List<Generator> several = generator.is("matrix") ? generator.children() : List.of(generator);
      for (Generator many : several.stream().filter(OneNameForMany::isMany).toList()) {
        if (name instanceof ScalarNode text && !text.text().isEmpty() && !tells(set, text, many)) {
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
    boolean listed = generator.body().itemsAt("elements").size() > 1;
    return !generator.entry().has("selector")
        && (generator.is("pullRequest") || (generator.is("list") && listed));
  }

  /** Any parameter of the generator will do, whatever the template makes of it. */
  private static boolean tells(SetView set, ScalarNode name, Generator generator) {
    Set<String> own = new HashSet<>();
    if (generator.is("pullRequest")) {
      own.add("values");
      own.addAll(TELLING);
    }
    generator.body().mapsAt("elements").forEach(it -> own.addAll(it.keys()));
    TemplateReads reads = set.reads(name);
    boolean opaque =
        set.isGoTemplate()
            && TemplateText.hasActions(name.text())
            && (GoTemplate.parse(name.text()) instanceof TemplateFault
                || name.text().contains("$"));
    return opaque
        || generator.body().has("elementsYaml")
        || reads.references().stream()
            .map(ParameterReference::path)
            .anyMatch(it -> it.isEmpty() || it.stream().anyMatch(own::contains));
  }
}

package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.FastTemplate;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.ParameterTree;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A <code>{{name}}</code> of a set without Go templates, and the parameters of the generator that
 * fills it in. What has no parameter stays as it is written (Argo CD, {@code
 * applicationset/utils/utils.go}).
 */
record PlainTag(Generator generator, ParameterTree known, ScalarNode text, FastTemplate.Tag tag) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w./\\[\\]-]*");

  /** Known with Go templates only. */
  private static final Set<String> STRUCTURED = Set.of("path.path", "path.segments");

  /** Every name of every text once for each generator; none where the set uses Go templates. */
  static List<PlainTag> of(SetView set) {
    List<PlainTag> tags = new ArrayList<>();
    for (Generator generator : set.isGoTemplate() ? List.<Generator>of() : set.generators()) {
      ParameterTree known = textsOf(generator);
      for (ScalarNode text : set.templateTexts(generator)) {
        List<FastTemplate.Tag> all = FastTemplate.tags(text.text());
        // With anything else than names a text is, in part, a template of something else.
        if (all.stream().allMatch(it -> NAME.matcher(it.name()).matches())) {
          all.forEach(it -> tags.add(new PlainTag(generator, known, text, it)));
        }
      }
    }
    return tags;
  }

  /** The labels of a pull request are a list, which has no text. */
  private static ParameterTree textsOf(Generator generator) {
    ParameterTree all = GeneratorParameters.of(generator);
    Map<String, ParameterTree> names = new TreeMap<>(all.names());
    if (generator.flattened().noneMatch(it -> it.is("scmProvider"))) {
      names.remove("labels");
    }
    return new ParameterTree(names, all.open(), all.lacking());
  }

  /** Whether this generator, or another of the set, may give it. */
  boolean isGiven(SetView set) {
    return set.flattened().filter(it -> it.children().isEmpty()).anyMatch(this::isGivenBy);
  }

  private boolean isGivenBy(Generator leaf) {
    if (STRUCTURED.contains(tag.name())
        || (tag.name().equals("labels") && leaf.is("pullRequest"))) {
      return false;
    }
    ParameterTree parameters = GeneratorParameters.of(leaf);
    List<String> path = path();
    // A path is a text here; other maps have no text of their own.
    boolean shown = path.getLast().equals("path") || !parameters.isMap(path);
    return (shown && parameters.mayHold(path)) || parameters.names().containsKey(tag.name());
  }

  /** Whether it would be there with Go templates, where a list or a map can be read. */
  boolean isStructured() {
    return GeneratorParameters.of(generator).mayHold(path());
  }

  /** The name as steps; a part of a path is written {@code path[0]}. */
  List<String> path() {
    return Arrays.asList(tag.name().replaceAll("\\[\\d+]$", "").split("\\."));
  }

  /** Where the tag stands. */
  Location at() {
    return TextPlace.of(text, tag.position());
  }

  /** The tag as it is written, and its line where its place does not show it. */
  String shown() {
    return "`{{" + tag.name() + "}}`" + TemplateReads.line(text, tag.position());
  }
}

package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.ParameterTree;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import java.util.ArrayList;
import java.util.List;

/** A text of a template, and the generator whose elements fill it in. */
record FilledText(Generator generator, ParameterTree known, TemplateReads reads) {
  /** Every text once for each generator; none where the set does not use Go templates. */
  static List<FilledText> of(SetView set) {
    List<FilledText> texts = new ArrayList<>();
    for (Generator generator : set.isGoTemplate() ? set.generators() : List.<Generator>of()) {
      ParameterTree known = GeneratorParameters.of(generator);
      for (TemplateReads reads : set.reads(set.templateTexts(generator))) {
        texts.add(new FilledText(generator, known, reads));
      }
    }
    return texts;
  }

  /** Whether another generator of the set may give what this one does not. */
  boolean isElsewhere(SetView set, ParameterReference reference) {
    return set.generators().stream()
        .anyMatch(
            it -> !it.equals(generator) && GeneratorParameters.of(it).mayHold(reference.path()));
  }

  /** Where the reference stands. */
  Location at(ParameterReference reference) {
    return reads.at(reference.position());
  }

  /** The reference as it is written, and its line where its place does not show it. */
  String shown(ParameterReference reference) {
    return "`" + reference.shown() + "`" + TemplateReads.line(reads.text(), reference.position());
  }
}

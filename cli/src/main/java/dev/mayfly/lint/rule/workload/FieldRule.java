package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.FieldFault;
import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.FieldFaults;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.FieldDoubt;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A rule about fields that do not fit the kind of their object. */
interface FieldRule extends CorpusRule {
  /** Whether the rule is about this kind of fault. */
  boolean isAbout(Why why);

  @Override
  default void check(Corpus corpus, Findings out) {
    for (FieldFaults object : corpus.fields()) {
      for (FieldFault fault : object.faults()) {
        if (isAbout(fault.why())) {
          check(object, fault, corpus, out.about(object.resource()));
        }
      }
    }
  }

  private static void check(FieldFaults object, FieldFault fault, Corpus corpus, Findings out) {
    if (isOfAnotherRule(object, fault)) {
      return;
    }
    FieldDoubt.of(object, fault, corpus, out.targets())
        .ifPresentOrElse(
            doubt -> out.unverifiable(fault.at(), doubt.message(), doubt.hint()),
            () -> out.add(fault.at(), fault.message(), fault.hint(), quotes(fault)));
  }

  /** Of Argo CD's own fields another rule knows since when there are. */
  private static boolean isOfAnotherRule(FieldFaults object, FieldFault fault) {
    return object
        .kind()
        .filter(it -> it.product().equals("argo-cd") && it.isKnownElsewhere(fault))
        .isPresent();
  }

  /** What is written as a string field was meant as one. */
  private static List<Edit> quotes(FieldFault fault) {
    return fault.why() == Why.UNQUOTED && fault.at() instanceof ScalarNode scalar
        ? Edit.replace(scalar.location(), "\"" + scalar.text() + "\"")
        : List.of();
  }
}

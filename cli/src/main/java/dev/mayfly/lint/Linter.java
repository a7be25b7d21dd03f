package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.card.RuleCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs rules over a corpus. The same corpus gives the same findings in the same order. */
public final class Linter {
  private final List<Rule> rules;
  private final List<Run<DocumentRule>> everywhere = new ArrayList<>();
  private final Map<GroupKind, List<Run<DocumentRule>>> byKind = new HashMap<>();
  private final List<Run<CorpusRule>> across = new ArrayList<>();
  private final List<Run<SuppressionRule>> afterwards = new ArrayList<>();

  /** A rule whose kind of code is known. */
  private record Run<D extends Detector>(RuleCard card, D detector) {}

  /** A rule that is shown the objects of its kinds one by one. */
  private record Each(ResourceRule rule, Set<GroupKind> kinds) implements CorpusRule {
    @Override
    public void check(Corpus corpus, Findings out) {
      if (kinds.isEmpty()) {
        corpus.resources().forEach(it -> rule.check(corpus, it, out.about(it)));
      }
      for (GroupKind kind : kinds) {
        corpus.of(kind).forEach(it -> rule.check(corpus, it, out.about(it)));
      }
    }
  }

  public Linter(Collection<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (Rule rule : rules) {
      RuleCard card = rule.card();
      switch (rule.detector()) {
        case SuppressionRule detector -> afterwards.add(new Run<>(card, detector));
        case CorpusRule detector -> across.add(new Run<>(card, detector));
        case ResourceRule detector -> across.add(new Run<>(card, new Each(detector, rule.kinds())));
        case DocumentRule detector when rule.kinds().isEmpty() ->
            everywhere.add(new Run<>(card, detector));
        case DocumentRule detector ->
            rule.kinds()
                .forEach(kind ->
                    byKind
                        .computeIfAbsent(kind, key -> new ArrayList<>())
                        .add(new Run<>(card, detector)));
      }
    }
  }

  /** All findings that no comment silences, in the order of the files. */
  public List<Finding> run(Corpus corpus, LintSettings settings) {
    List<Resource> objects =
        Stream.concat(corpus.resources().stream(), corpus.partial().stream()).toList();
    List<List<Finding>> inObjects = SharedWork.map(objects, it -> check(corpus, it, settings));
    corpus.fields(); // On all processors: a rule that asks first would have one, and others wait.
    // The last of the catalogue load schemas and models: begun first, nobody waits for them.
    List<List<Finding>> betweenObjects =
        SharedWork.map(across.reversed(), rule -> check(rule, corpus, settings));
    List<Finding> found =
        Stream.concat(inObjects.stream(), betweenObjects.stream())
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList();
    Suppressions suppressions = new Suppressions(corpus, rules);
    List<Finding> left = new ArrayList<>();
    found.stream().filter(it -> !suppressions.silence(it)).forEach(left::add);
    for (Run<SuppressionRule> rule : afterwards) {
      Findings out = new Findings(rule.card(), settings);
      rule.detector().check(suppressions, out);
      left.addAll(out.found());
    }
    if (left.isEmpty()) {
      return left;
    }
    Provenance provenance = new Provenance(corpus, settings, rules);
    return left.stream()
        .flatMap(it -> settings.judged(it).stream())
        .map(provenance::advised)
        .sorted()
        .toList();
  }

  /** An object that a kustomization patches is not judged by what it is before. */
  private List<Finding> check(Corpus corpus, Resource resource, LintSettings settings) {
    List<Finding> found = check(resource, settings);
    return found.isEmpty() || !corpus.isPatched(resource)
        ? found
        : found.stream().map(Finding::undecided).toList();
  }

  private List<Finding> check(Resource resource, LintSettings settings) {
    List<Finding> found = new ArrayList<>();
    for (Run<DocumentRule> rule : everywhere) {
      found.addAll(check(rule, resource, settings));
    }
    for (Run<DocumentRule> rule : byKind.getOrDefault(resource.type(), List.of())) {
      found.addAll(check(rule, resource, settings));
    }
    return found;
  }

  private static List<Finding> check(
      Run<DocumentRule> rule, Resource resource, LintSettings settings) {
    Findings out = new Findings(rule.card(), settings).about(resource);
    rule.detector().check(resource, out);
    return out.found();
  }

  private static List<Finding> check(Run<CorpusRule> rule, Corpus corpus, LintSettings settings) {
    Findings out = new Findings(rule.card(), settings);
    rule.detector().check(corpus, out);
    return out.found();
  }
}

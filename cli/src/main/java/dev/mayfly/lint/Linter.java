package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.card.RuleCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Runs rules over a corpus. The same corpus gives the same findings in the same order. */
public final class Linter {
  private final List<Rule> rules;
  private final OneByOne<DocumentRule> alone = new OneByOne<>();
  private final OneByOne<ResourceRule> amongOthers = new OneByOne<>();
  private final List<Run<CorpusRule>> across = new ArrayList<>();
  private final List<Run<SuppressionRule>> afterwards = new ArrayList<>();

  /** A rule whose kind of code is known. */
  private record Run<D extends Detector>(RuleCard card, D detector) {}

  /** Rules that are shown objects one by one: those of all kinds, and those of some. */
  private static final class OneByOne<D extends Detector> {
    private final List<Run<D>> everywhere = new ArrayList<>();
    private final Map<GroupKind, List<Run<D>>> byKind = new HashMap<>();

    void add(Rule rule, D detector) {
      Run<D> run = new Run<>(rule.card(), detector);
      if (rule.kinds().isEmpty()) {
        everywhere.add(run);
      }
      for (GroupKind kind : rule.kinds()) {
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(run);
      }
    }

    /** Each has its own look at an object. */
    void check(
        Resource object, LintSettings settings, List<Finding> found, BiConsumer<D, Findings> look) {
      for (List<Run<D>> rules :
          List.of(everywhere, byKind.getOrDefault(object.type(), List.of()))) {
        for (Run<D> rule : rules) {
          look.accept(rule.detector(), new Findings(rule.card(), settings, found).about(object));
        }
      }
    }
  }

  public Linter(Collection<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (Rule rule : rules) {
      switch (rule.detector()) {
        case DocumentRule detector -> alone.add(rule, detector);
        case ResourceRule detector -> amongOthers.add(rule, detector);
        case CorpusRule detector -> across.add(new Run<>(rule.card(), detector));
        case SuppressionRule detector -> afterwards.add(new Run<>(rule.card(), detector));
      }
    }
  }

  /** All findings that no comment silences, in the order of the files. */
  public List<Finding> run(Corpus corpus, LintSettings settings) {
    corpus.fields(); // On all processors: a rule that asks first would have one, and others wait.
    List<Finding> found = new ArrayList<>();
    SharedWork.map(corpus.resources(), it -> ofWhole(corpus, it, settings)).forEach(found::addAll);
    SharedWork.map(corpus.partial(), it -> ofAny(corpus, it, settings)).forEach(found::addAll);
    // The last of the catalogue load schemas and models: begun first, nobody waits for them.
    SharedWork.map(across.reversed(), it -> check(it, corpus, settings)).forEach(found::addAll);
    Suppressions suppressions = new Suppressions(corpus, rules);
    List<Finding> left = new ArrayList<>();
    found.stream().distinct().sorted().filter(it -> !suppressions.silence(it)).forEach(left::add);
    for (Run<SuppressionRule> rule : afterwards) {
      rule.detector().check(suppressions, new Findings(rule.card(), settings, left));
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

  /** All rules at once while the object is at hand: to fetch it costs as much as to judge it. */
  private List<Finding> ofWhole(Corpus corpus, Resource object, LintSettings settings) {
    List<Finding> found = ofAny(corpus, object, settings);
    amongOthers.check(object, settings, found, (rule, out) -> rule.check(corpus, object, out));
    return found;
  }

  /** An object that a kustomization patches is not judged by what it is before. */
  private List<Finding> ofAny(Corpus corpus, Resource object, LintSettings settings) {
    List<Finding> found = new ArrayList<>();
    alone.check(object, settings, found, (rule, out) -> rule.check(object, out));
    if (!found.isEmpty() && corpus.isPatched(object)) {
      found.replaceAll(Finding::undecided);
    }
    return found;
  }

  private static List<Finding> check(Run<CorpusRule> rule, Corpus corpus, LintSettings settings) {
    List<Finding> found = new ArrayList<>();
    rule.detector().check(corpus, new Findings(rule.card(), settings, found));
    return found;
  }
}

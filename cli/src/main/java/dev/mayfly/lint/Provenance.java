package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.card.RuleCard;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who writes a file. What Mayfly writes is written anew with the next rendering, so advice about it
 * names the field of {@code mayfly.yaml} it comes from, and nothing in it is mended by hand.
 */
final class Provenance {
  private static final String LABEL = "mayfly.dev/platform";
  private static final String PLATFORM = "mayfly.yaml";

  private final Set<String> files = new HashSet<>();
  private final Set<String> overlays = new HashSet<>();
  private final Set<String> platforms = new HashSet<>();
  private final Map<String, RuleCard> cards = new HashMap<>();

  Provenance(Corpus corpus, LintSettings settings, Collection<Rule> rules) {
    files.addAll(settings.rendered());
    for (Resource resource : corpus.resources()) {
      if (resource.root().textAt("metadata", "labels", LABEL) != null) {
        files.add(resource.file());
      }
    }
    corpus.of(GroupKind.PREVIEW).forEach(record -> overlays.add(record.directory()));
    for (String path : corpus.paths()) {
      if (path.equals(PLATFORM) || path.endsWith("/" + PLATFORM)) {
        platforms.add(path.substring(0, path.length() - PLATFORM.length()) + "platform/");
      }
    }
    rules.forEach(rule -> cards.put(rule.card().id(), rule.card()));
  }

  /** The finding with advice for whoever writes the file; what else it says of its own stays. */
  Finding advised(Finding finding) {
    RuleCard card = cards.get(finding.rule());
    boolean ofRule = card != null && card.fix().equals(finding.hint());
    return card != null && (ofRule || !finding.fix().isEmpty()) && isRendered(finding)
        ? finding.withoutFix(advice(card))
        : finding;
  }

  private static String advice(RuleCard card) {
    return card.fixInPlatform().isEmpty()
        ? "Mayfly writes this file: change what it is rendered from, and render it again"
        : card.fixInPlatform();
  }

  private boolean isRendered(Finding finding) {
    String file = finding.location().file();
    return files.contains(file)
        || overlays.contains(RelativePath.parent(file))
        || platforms.stream().anyMatch(file::startsWith);
  }
}

package dev.mayfly.lint.card;

import java.util.Map;

/**
 * One example of a rule: manifests and what the rule finds in them.
 *
 * @param title which part of the rule it shows; may be empty
 * @param given the manifests as the case file has them: a line {@code # file: path} begins another
 *     file, a line {@code # base: name} stands for a document that many cases share; empty for
 *     those of the case before
 * @param change what this case changes in them, as {@link LineChange} reads it
 * @param targets the releases it is about, by their names in {@code mayfly.yaml}; others are new
 * @param text the manifests themselves
 * @param finds the findings, as {@code ./verify --update-goldens} writes them
 * @param fixed what {@code --fix} changes, in the form of a {@link LineChange}
 */
public record RuleCase(
    String title,
    String given,
    String change,
    Map<String, String> targets,
    String text,
    String finds,
    String fixed) {
  /** What {@code finds} says when the rule has nothing to say. */
  public static final String NOTHING = "nothing";

  public RuleCase {
    targets = Map.copyOf(targets);
  }

  public boolean isBad() {
    return !finds.equals(NOTHING);
  }
}

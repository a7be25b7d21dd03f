package dev.mayfly.lint.card;

import dev.mayfly.diagnostic.Severity;

/**
 * What every run may need to know of a rule; the rest stands in its {@link CaseFile}.
 *
 * @param id short and stable, such as {@code AS020}
 * @param name the class name in kebab case
 * @param summary what is wrong, in one line
 * @param fix what to do, in one line
 * @param fixInPlatform what to do where the file is one that Mayfly writes; empty when nothing in
 *     particular
 */
public record RuleCard(
    String id, String name, Severity severity, String summary, String fix, String fixInPlatform) {}

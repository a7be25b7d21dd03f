package dev.mayfly.lint;

import dev.mayfly.diagnostic.Severity;

/**
 * What is known about a rule before it runs; the catalogue, {@code explain} and the pages in {@code
 * docs/rules/} are made from it.
 *
 * @param id short and stable, such as {@code AS020}
 * @param name the class name in kebab case
 * @param summary what is wrong, in one line
 * @param why what happens when it is left so
 * @param fix what to do
 * @param bad manifests that break the rule; a line {@code # file: path} begins another file
 * @param good the same manifests, mended
 */
public record RuleCard(
    String id,
    String name,
    Severity severity,
    String summary,
    String why,
    String fix,
    String bad,
    String good) {}

package dev.mayfly.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule against loud names, added as the page says, and each step forgotten once. */
class AddingARuleTest {
  private static final String FAMILY = "cli/src/main/java/dev/mayfly/lint/rule/namespace/";
  private static final String CASES = "dev.mayfly.lint.rule.RuleCasesTest#";
  private static final String CLASS =
      """
      package dev.mayfly.lint.rule.namespace;

      import dev.mayfly.lint.DocumentRule;
      import dev.mayfly.lint.Findings;
      import dev.mayfly.lint.Resource;
      import dev.mayfly.yaml.Node;
      import dev.mayfly.yaml.NodeValues;

      final class LoudName implements DocumentRule {
        @Override
        public void check(Resource resource, Findings out) {
          Node name = resource.at("metadata", "name");
          if (name != null && NodeValues.text(name).endsWith("-now")) {
            out.add(name, "`" + NodeValues.text(name) + "` shouts");
          }
        }
      }
      """;
  private static final String CASE_FILE =
      """
      name: loud-name
      severity: warning
      summary: a name is loud
      why: |
        Nobody listens to one that is.
      fix: say it calmly
      cases:
        - given: |
            # base: config-map
          finds: nothing
        - change: |
            -metadata: {name: shop, namespace: pr-17-shop}
            +metadata: {name: shop-now, namespace: pr-17-shop}
      """;

  static final List<Step> STEPS =
      List.of(
          Step.of(
                  "cli/src/main/java/dev/mayfly/lint/rule/FAMILY/YourRule.java",
                  "one class: the decision",
                  Step.COMPILER)
              .edit(FAMILY + "LoudName.java", none -> CLASS),
          Step.of(
                  "cli/src/main/java/dev/mayfly/lint/rule/FAMILY/FamilyRules.java",
                  "one line: the id, and the kinds of object that it looks at",
                  "dev.mayfly.lint.rule.RuleCatalogTest#everyRuleClassIsInTheCatalogue")
              .line(
                  FAMILY + "NamespaceRules.java",
                  "Rule.of(\"NS001\"",
                  "          Rule.of(\"NS990\", new LoudName(), GroupKind.CONFIG_MAP),"),
          Step.of(
                  "cli/src/main/resources/rules/ID.yaml",
                  "one case file: all the words, and the cases",
                  "dev.mayfly.lint.rule.RuleCatalogTest#idsAndNamesAreUnique")
              .edit("cli/src/main/resources/rules/NS990.yaml", none -> CASE_FILE),
          Step.of(
              "cli/src/main/resources/rules/ID.yaml",
              "`finds`, written by `./verify --update-goldens`",
              CASES + "theRuleFindsWhatItsFileSays:NS990"),
          Step.of(
              "cli/src/main/resources/rules/index.txt",
              "written by `./verify --update-goldens`",
              CASES + "theIndexHoldsTheCardsOfAllCaseFiles"),
          Step.of(
              "docs/rules/",
              "written by `./verify --update-goldens`",
              "dev.mayfly.report.RulePageTest#everyRuleHasItsPageAndEveryPageItsRule"));

  @TempDir Path folder;

  @Test
  void everyForgottenStepIsNoticed() throws IOException {
    try (ScratchCopy copy = ScratchCopy.in(folder)) {
      Walk walk = new Walk(copy, STEPS);
      assertThat(walk.compiled(STEPS.getFirst())).containsOnlyKeys("NamespaceRules.java");
      copy.undo();
      walk.withoutEach(STEPS);
      walk.allSteps();
    }
  }
}

package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.card.CaseText;
import dev.mayfly.lint.card.RuleCase;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A case file pins what its rule finds: written by what is found, and held against it. */
class PinnedFindingsTest {
  /** The class. */
  private static final class LoudName implements DocumentRule {
    @Override
    public Set<GroupKind> kinds() {
      return Set.of(GroupKind.CONFIG_MAP);
    }

    @Override
    public void check(Resource resource, Findings out) {
      Node name = resource.at("metadata", "name");
      if (name != null && NodeValues.text(name).endsWith("-now")) {
        out.add(name, "`" + NodeValues.text(name) + "` shouts");
      }
    }
  }

  /** The case file, as somebody writes it. */
  private static final String WRITTEN =
      """
      name: loud-name
      severity: warning
      summary: a name shouts
      why: |
        Nobody listens to one that does.
      fix: say it calmly
      cases:
        - given: |
            # base: config-map
          finds: nothing
        - change: |
            -metadata: {name: shop, namespace: pr-17-shop}
            +metadata: {name: shop-now, namespace: pr-17-shop}
      """;

  private static CaseFile read(String text) {
    return CaseFile.read(
        "ZZ001", path -> path.equals("ZZ001.yaml") ? text : CaseSources.text(path));
  }

  @Test
  void theCaseFileIsCompletedByWhatTheRuleFinds() {
    CaseFile written = read(WRITTEN);
    Rule rule = new Rule(written.card(), new LoudName(), Set.of());
    String completed = CaseText.of(CaseRun.judged(rule, written));
    assertThat(completed.replace("\"", ""))
        .isEqualTo(
            WRITTEN
                + """
                    finds: |
                      warning 3:18-26 ConfigMap pr-17-shop/shop-now: `shop-now` shouts
                """);
    assertThat(CaseText.of(CaseRun.judged(rule, read(completed)))).isEqualTo(completed);
    assertThat(CaseSources.index(List.of(written.card())))
        .isEqualTo("ZZ001\twarning\tloud-name\ta name shouts\tsay it calmly\n");
  }

  /** The other way round: a message, a place or a severity that changes is seen. */
  @Test
  void anotherFindingIsNoticed() {
    CaseFile pinned =
        CaseRun.judged(new Rule(read(WRITTEN).card(), new LoudName(), Set.of()), read(WRITTEN));
    for (Map.Entry<String, String> change :
        Map.of("warning 3", "error 3", "3:18", "3:17", "shouts", "?", "shop/shop-now", "x")
            .entrySet()) {
      String other = CaseText.of(pinned).replace(change.getKey(), change.getValue());
      assertThat(
              CaseText.of(
                  CaseRun.judged(
                      new Rule(read(other).card(), new LoudName(), Set.of()), read(other))))
          .isNotEqualTo(other);
    }
    assertThat(pinned.good().finds()).isEqualTo(RuleCase.NOTHING);
  }
}

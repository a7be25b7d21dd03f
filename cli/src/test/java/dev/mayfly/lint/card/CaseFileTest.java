package dev.mayfly.lint.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseFileTest {
  private static final String HEAD =
      """
      name: some-rule
      severity: warning
      summary: something is wrong
      why: |
        Because of $1 and \\2.
      fix: mend it
      """;

  private static CaseFile read(String cases) {
    Map<String, String> files =
        Map.of("ZZ001.yaml", HEAD + cases, "bases/shared.yaml", "kind: $Shared\nname: x\n");
    return CaseFile.read("ZZ001", files::get);
  }

  @Test
  void aCaseChangesWhatIsGiven() {
    CaseFile file =
        read(
            """
            cases:
              - given: |
                  # base: shared
                  ---
                  # base: shared
                change: |
                  @@
                   ---
                   kind: $Shared
                  -name: x
                  +name: y
                finds: nothing
              - case: as given
                targets: {argocd: "3.3"}
                finds: |
                  error 1:1-2: it is bad
            """);
    assertThat(file.card())
        .isEqualTo(
            new RuleCard(
                "ZZ001", "some-rule", Severity.WARNING, "something is wrong", "mend it", ""));
    assertThat(file.good().text())
        .isEqualTo("kind: $Shared\nname: x\n---\nkind: $Shared\nname: y\n");
    assertThat(file.bad().text())
        .isEqualTo("kind: $Shared\nname: x\n---\nkind: $Shared\nname: x\n");
    assertThat(file.bad().title()).isEqualTo("as given");
    assertThat(file.bad().targets()).containsExactly(Map.entry("argocd", "3.3"));
    assertThat(
            CaseFile.read(
                "ZZ001",
                Map.of(
                        "ZZ001.yaml",
                        CaseText.of(file),
                        "bases/shared.yaml",
                        "kind: $Shared\nname: x\n")
                    ::get))
        .isEqualTo(file);
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> read("cases:\n  - {given: x, fonds: nothing}\n"))
        .satisfies(it ->
            assertThat(it.problems())
                .extracting(Problem::message)
                .containsExactly("unknown key `fonds`"));
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> CaseFile.read("ZZ001", id -> "name: x\n"));
  }

  @Test
  void theIndexIsReadBackAsItIsWritten() {
    List<RuleCard> cards =
        List.of(
            new RuleCard("ZZ000", "first-rule", Severity.WARNING, "g", "h", "set `i`"),
            new RuleCard("ZZ001", "some-rule", Severity.NOTE, "a | b", "c: d", ""),
            new RuleCard("ZZ002", "other-rule", Severity.ERROR, "e", "f", ""));
    Map<String, RuleCard> read = CardIndex.read(CaseSources.index(cards));
    assertThat(read.values()).containsExactlyInAnyOrderElementsOf(cards);
    assertThat(read.get("ZZ002")).isEqualTo(cards.getLast());
  }
}

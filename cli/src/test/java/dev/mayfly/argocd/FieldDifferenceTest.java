package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer is that of Argo CD 3.5.1's own {@code SpecsEquivalent} to the same two specs. */
class FieldDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "syncPolicy: {automated: {prune: true}} | syncPolicy: {automated: {prune: true, enabled: false}} | false",
        "syncPolicy: {automated: {prune: true}} | syncPolicy: {automated: {prune: true, allowEmpty: false}} | false",
        "syncPolicy: {automated: {}} | syncPolicy: {} | false",
        "syncPolicy: {} | info: [] | true",
        "sources: [{helm: {valuesObject: {a: 1}}}] | sources: [{helm: {valuesObject: {a: 1, b: false}}}] | false",
        "source: {repoURL: r, helm: {}} | source: {repoURL: r} | true",
        "sources: [{repoURL: r, ref: ''}] | sources: [{repoURL: r}] | true",
        "revisionHistoryLimit: 0 | info: [] | false",
        "syncPolicy: {retry: {limit: 0}} | syncPolicy: {} | false",
        "syncPolicy: {syncOptions: [], automated: {}} | syncPolicy: {automated: {}} | true",
        "syncPolicy: {retry: {limit: 1, backoff: {factor: 0}}}"
            + " | syncPolicy: {retry: {limit: 1, backoff: {}}} | false",
        "syncPolicy: {retry: {limit: 1, backoff: {}}} | syncPolicy: {retry: {limit: 1}} | false"
      })
  void isSeenWhereTheControllerWouldWrite(String before, String after, boolean same) {
    assertThat(FieldDifference.of("spec", read(before), read(after)).isEmpty()).isEqualTo(same);
    assertThat(FieldDifference.of("spec", read(after), read(before)).isEmpty()).isEqualTo(same);
  }

  private static Node read(String text) {
    return new YamlReader(Budget.LINT).read(new Source("a.yaml", text)).documents().getFirst();
  }
}

package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.SyncOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteeringWordsTest {
  /** A hook of a deletion has a finding of its own; elsewhere its word means nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          argocd.argoproj.io/hook | PreSync | true
          argocd.argoproj.io/hook | PreSync,PostDelete | true
          argocd.argoproj.io/hook | Never | false
          helm.sh/hook | pre-install,post-delete | true
          argocd.argoproj.io/sync-options | PruneLast=true | true
          argocd.argoproj.io/sync-options | ServerSideApply=false | true
          argocd.argoproj.io/sync-options | PruneLast=false | false
          argocd.argoproj.io/sync-options | PreDelete | false
          argocd.argoproj.io/sync-options | post-delete | false
          argocd.argoproj.io/sync-wave | -3 | true
          argocd.argoproj.io/sync-wave | x | false
          argocd.argoproj.io/refresh | hard | false
          """)
  void fewWordsMayStandInABundle(String key, String value, boolean allowed) {
    assertThat(SteeringWords.isAllowed(key, value)).isEqualTo(allowed);
  }

  @Test
  void anOptionIsWrittenAsArgoCdReadsIt() {
    assertThat(SyncOption.SERVER_SIDE_APPLY.off()).isEqualTo("ServerSideApply=false");
    assertThat(SyncOption.PRUNE.on()).isEqualTo("Prune=true");
  }
}

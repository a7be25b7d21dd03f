package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncHooksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PreSync | '' | PreSync
          PreSync,PreDelete | '' | PreSync PreDelete
          ' PreSync, ,PostSync,' | '' | PreSync PostSync
          '' | pre-install,post-delete | PreSync PostDelete
          '' | pre-upgrade,pre-install | PreSync
          '' | post-delete,pre-install | PreSync PostDelete
          '' | PreSync | ''
          pre-install | '' | ''
          Sync | pre-install | Sync
          Skip | pre-install | ''
          Skip | pre-delete | PreDelete
          nonsense | post-install | PostSync
          PreDelete | pre-install | PreSync PreDelete
          pre-delete | '' | PreDelete
          """)
  void helmsWordsCountWhereItsOwnSayNothing(String argo, String helm, String phases) {
    assertThat(
            SyncHooks.phases(argo, helm).stream()
                .map(SyncPhase::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(phases);
  }

  @Test
  void wordsAreKnown() {
    assertThat(SyncHooks.known())
        .contains("Skip", "PreSync", "Sync", "PostSync", "SyncFail", "PreDelete", "PostDelete");
    assertThat(SyncHooks.phase("PreSync")).contains(SyncPhase.PRE_SYNC);
    assertThat(SyncHooks.phase("pre-install")).contains(SyncPhase.PRE_SYNC);
    assertThat(SyncHooks.phase("nonsense")).isEmpty();
    assertThat(SyncHooks.words(" a, ,b,")).containsExactly("a", "b");
    assertThat(SyncHooks.isSkipped("PreSync, Skip")).isTrue();
  }
}

package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The phases that Argo CD 3.5 sees (gitops-engine, hook.Types; controller/hook.go, isHookOfType).
 */
class HooksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "PostSync|-|PostSync",
        " PreSync , PostSync,|-|PreSync PostSync",
        "PreSync|post-install|PreSync",
        "Nope|pre-install|PreSync",
        "''|pre-upgrade|PreSync",
        "presync|post-upgrade|PostSync",
        "Skip|pre-install|''",
        "'Skip,Sync'|pre-install|Sync",
        "PreDelete|-|PreDelete",
        "PostSync,PostDelete|-|PostSync PostDelete",
        "PostSync|pre-delete|PostSync PreDelete",
        "Nope|pre-delete|PreDelete",
        "Skip|post-delete|PostDelete",
        "-|pre-delete,post-install|PostSync PreDelete",
        "PreDelete|pre-install|PreSync PreDelete",
        "pre-install|-|''",
        "-|PreSync|''",
        "-|crd-install|''",
        "-|test|''"
      })
  void phases(String argo, String helm, String phases) {
    String annotations =
        (argo == null ? "" : "argocd.argoproj.io/hook: '" + argo + "', ")
            + (helm == null ? "" : "helm.sh/hook: '" + helm + "'");
    String text = "apiVersion: v1\nkind: X\nmetadata: {annotations: {" + annotations + "}}\n";
    BundleObject object =
        BundleObject.in(
                new YamlReader(Budget.BUNDLE).read(new Source("x", text)).documents().getFirst())
            .getFirst();
    assertThat(Hooks.of(object).stream().map(SyncPhase::toString).collect(Collectors.joining(" ")))
        .isEqualTo(phases);
  }
}

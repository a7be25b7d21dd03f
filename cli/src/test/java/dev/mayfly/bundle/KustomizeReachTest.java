package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kustomization may name, and that it can be read at all. */
class KustomizeReachTest {
  @Test
  void withoutAKustomizationThatCanBeReadThereIsNothing() {
    BundleCase none = BundleCase.kustomize();
    none.files.remove("kustomization.yaml");
    assertThat(none.findings()).containsExactly("error no-kustomization");
    assertThat(none.file("base/kustomization.yaml", "resources: []\n").findings())
        .containsExactly("error no-kustomization");
    assertThat(BundleCase.kustomize().more("kustomization.yaml", "---\na: b\n").findings())
        .containsExactly("error no-kustomization", "error one-document");
  }

  /** Before any other program reads it. */
  @Test
  void itsOwnMistakesAreSaid() {
    assertThat(more("nameSuffix: -a\nnameSuffix: -b\nhelmCharts: []\n").findings())
        .containsExactly("error duplicate-key", "error kustomize-program");
    assertThat(more("resourses: []\nhelmCharts: []\n").findings())
        .containsExactly("error kustomize-program", "error unknown-key");
  }

  /** Files are read in or below the folder that names them, as kustomize has it; bases anywhere. */
  @ParameterizedTest
  @CsvSource({
    "in.yaml, ''",
    "below/in.yaml, ''",
    "../other, ''",
    "../service.yaml, error path-outside-bundle",
    "../sub.yaml, error path-outside-bundle",
    "../subs/in.yaml, error path-outside-bundle",
    "../../x, error path-outside-bundle",
    "gone.yaml, error missing-file"
  })
  void whatALowerFolderMayName(String entry, String finding) {
    String object = "apiVersion: v1\nkind: Service\nmetadata: {name: x}\n";
    BundleCase bundle =
        BundleCase.kustomize()
            .replace("kustomization.yaml", "resources:\n", "resources:\n- sub\n")
            .file("sub/kustomization.yaml", "resources: [" + entry + "]\n")
            .file("sub/in.yaml", object)
            .file("sub/below/in.yaml", object)
            .file("sub.yaml", object)
            .file("subs/in.yaml", object)
            .file("other/kustomization.yaml", "resources: [a.yaml]\n")
            .file("other/a.yaml", object);
    assertThat(String.join(", ", bundle.findings())).isEqualTo(finding);
  }

  private static BundleCase more(String text) {
    return BundleCase.kustomize().more("kustomization.yaml", text);
  }
}

package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder without a file is no bundle, and who named it is told where it was looked for. */
class ReadableFilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | `apps[].bundle.path` names the folder in the app's repository
          'from: {gitops: true}, ' | `apps[].bundle.path` names the folder in what `apps[].bundle.from` says
          """)
  void nothingIsNoBundle(String from, String hint) {
    BundleCase none =
        BundleCase.kustomize().platform("{kind: kustomize, ", "{kind: kustomize, " + from);
    none.files.clear();
    assertThat(none.problems())
        .filteredOn(it -> it.id().equals("no-bundle"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.message()).isEqualTo("there is no bundle at `" + BundleCase.PATH + "`");
          assertThat(it.hint()).isEqualTo(hint);
        });
  }
}

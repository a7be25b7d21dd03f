package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which checkout a generator reads. */
class RepositoryFilesTest {
  private static final String SHOP = "https://github.com/acme/shop";

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop.git, main, ofMain",
    "git@github.com:acme/shop, main, any",
    "https://github.com/acme/shop, v1, any",
    "https://github.com/acme/other, main, ofOther",
    "https://github.com/acme/other, v1, ofOther",
    "https://github.com/acme/none, main, any",
    "'https://github.com/%zz', main, any"
  })
  void itsOwnCheckoutBeforeThatOfAnything(String url, String revision, String files) {
    GeneratorInputs inputs =
        inputs(
            List.of(
                checkout("", "", "any"),
                checkout(SHOP, "main", "ofMain"),
                checkout("https://github.com/acme/other", "", "ofOther")));
    assertThat(inputs.files(url, revision).orElseThrow()).containsOnlyKeys(files);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop, true",
    "https://github.com/ACME/shop.git, true",
    "https://github.com/acme/other, false"
  })
  void withoutOneForAnythingOthersHaveNone(String url, boolean found) {
    assertThat(inputs(List.of(checkout(SHOP, "", "own"))).files(url, "x").isPresent())
        .isEqualTo(found);
  }

  private static RepositoryFiles checkout(String url, String revision, String file) {
    return new RepositoryFiles(url, revision, Map.of(file, Optional.of(new byte[0])));
  }

  private static GeneratorInputs inputs(List<RepositoryFiles> checkouts) {
    return new GeneratorInputs(
        Optional.empty(),
        checkouts,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

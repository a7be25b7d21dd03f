package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files {@code git ls-files} gives for a path (Git, {@code gitglossary}). */
class GitPathspecTest {
  private static final Node AT = ApplicationSetSimulationTest.parse("x");

  @ParameterizedTest
  @CsvSource({
    "dir, dir/a, true",
    "dir/, dir/a, true",
    "dir/, dir, false",
    "dir, dirs/a, false",
    "dir/a, dir/a, true",
    "., dir/a, true",
    "./, dir/a, true",
    "a/../, dir/a, true",
    "dir/./a, dir/a, true",
    "DIR, dir/a, false",
    ":(icase)DIR, dir/a, true",
    ":(icase)dir/A*, DIR/ab, true",
    ":/dir, dir/a, true",
    ":(top)dir, dir/a, true",
    "*.json, dir/a.json, true",
    ":(glob)*.json, dir/a.json, false",
    ":(literal)*.json, a.json, false"
  })
  void takes(String path, String file, boolean taken) throws GeneratorStop {
    assertThat(GitPathspec.matching(path, AT).test(file)).isEqualTo(taken);
  }
}

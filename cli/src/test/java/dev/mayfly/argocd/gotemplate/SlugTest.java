package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "feature/ABC_123-Add_Thing | feature-abc-123-add-thing",
        "feat/a | feat-a",
        "FEAT/A | feat-a",
        "fix/foo.bar | fix-foo-bar",
        "fix/foo@bar&baz | fix-fooatbarandbaz",
        "user/it's | user-its",
        "__x__ | x",
        "--- | ~~",
        "/ | ~~",
        "🚀 | ~~",
        "~~ | ~~",
        "über/straße | uber-strasse",
        "ñandú | nandu",
        "feat//double--dash | feat-double-dash",
        "release/1.2.3+build | release-1-2-3-build",
        "feature/#123 | feature-123",
        "kube-system | kube-system",
        "Привет/мир | privet-mir",
        "dependabot/npm_and_yarn/frontend/very-long-package-name-1.2.3"
            + " | dependabot-npm-and-yarn-frontend-very-long-package",
      })
  void slugsAreArgos(String branch, String slug) {
    assertThat(Slug.ofBranch(branch)).contains(slug);
  }

  @Test
  void longSlugsEndAtTheLastDash() {
    assertThat(Slug.ofBranch("a".repeat(60))).contains("a".repeat(50));
    assertThat(Slug.ofBranch("a".repeat(50) + "-b")).contains("a".repeat(50));
    assertThat(Slug.ofBranch("a-" + "b".repeat(60))).contains("a");
    assertThat(Slug.of("a-" + "b".repeat(60), 50, false)).contains("a-" + "b".repeat(48));
  }

  @Test
  void scriptsThatAreNotTransliteratedHaveNoAnswer() {
    assertThat(Slug.ofBranch("日本語/テスト")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ñandú, and", "日本語, ''", "Fix/Foo.Bar, fix-foo.bar", "a--b, a--b", "-.x.-, x"})
  void normalizeKeepsDotsAndDashes(String name, String expected) {
    assertThat(Slug.normalize(name)).isEqualTo(expected);
    assertThat(Slug.normalize("x".repeat(300))).hasSize(253);
  }

  @Test
  void slugifyNormalizesFirst() {
    assertThat(GoTemplateTest.render("{{ slugify \"fix/foo@bar&baz\" }}"))
        .isEqualTo("fix-foo-bar-baz");
    assertThat(GoTemplateTest.render("{{ slugify 5 false \"abcdefgh\" }}")).isEqualTo("abcde");
  }
}

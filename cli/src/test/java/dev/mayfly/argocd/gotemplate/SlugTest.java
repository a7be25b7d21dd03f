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

  /** What gosimple/slug 1.15.0 was seen to give. */
  @ParameterizedTest
  @CsvSource({
    "-1, true, ab-cd, ab-cd",
    "0, true, ab-cd, ab-cd",
    "1, true, ab-cd, a",
    "3, true, ab-cd, ab",
    "3, true, abcde, abc",
    "5, true, ab-cd, ab-cd",
    "5, true, ab-cd-e, ab-cd",
    "5, true, abc-de, abc",
    "7, true, ab-cd-e, ab-cd-e",
    "0, false, abc, ''",
    "2, false, abc, ab",
    "3, false, abc, abc",
    "3, false, ab-cd, ab",
    "9, false, abc, abc"
  })
  void aSlugHasALongest(int longest, boolean smart, String text, String slug) {
    assertThat(Slug.of(text, longest, smart)).contains(slug);
  }

  /** What gosimple/unidecode 1.0.1 was seen to give, or no answer. */
  @Test
  void lettersAreThoseOfUnidecode() {
    assertThat(Transliteration.ascii(0x7F)).contains("\u007f");
    for (int none : new int[] {0x80, 0x9F, 0xAD, 0x200D, 0x1F300, 0x1FAFF}) {
      assertThat(Transliteration.ascii(none)).contains("");
    }
    assertThat(Transliteration.ascii(0xA0)).contains(" ");
    assertThat(Transliteration.ascii(0xAE)).contains("(r)");
    assertThat(Transliteration.ascii(0x17F)).contains("s");
    assertThat(Transliteration.ascii(0x1E00)).contains("A");
    assertThat(Transliteration.ascii(0x1EA0)).contains("A");
    for (int unknown : new int[] {0x180, 0x1F00, 0x1F2FF, 0x1FB00, 0xFF21}) {
      assertThat(Transliteration.ascii(unknown)).isEmpty();
    }
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
    assertThat(GoTemplateTest.render("{{ slugify 0 false \"ab\" }}")).isEmpty();
    assertThat(GoTemplateTest.render("{{ slugify 5 false \"abcdefgh\" }}")).isEqualTo("abcde");
  }
}

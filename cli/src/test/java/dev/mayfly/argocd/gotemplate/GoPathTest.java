package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's {@code path}, as Go 1.26 was seen to cut. */
class GoPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range list \"/\" \"//\" \"a/\" \"\" \"a//\" \"/a\" \"a/b\" \".\" \"/a/\" }}{{ base . }},{{ dir . }},{{ clean . }} {{ end }} ~ /,/,/ /,/,/ a,a,a .,.,. a,a,a a,/,/a b,a,a/b .,.,. a,/a,/a ",
        "{{ range list \"/../a\" \"../a\" \"a/../..\" \"./a\" \"a//b\" \"a/./b\" \"/\" \"\" \"a/\" \"..\" \"/..\" \"a/..\" \"a/../b\" \"../../a\" \"/a/../../b\" \"a.b/c\" \".a\" \"a/.b\" \"..a\" \"a/b/../../c\" }}{{ clean . }} {{ end }} ~ /a ../a .. a a/b a/b / . a .. / . b ../../a /b a.b/c .a a/.b ..a c "
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at))).isEqualTo(answer.substring(at + 3));
  }
}

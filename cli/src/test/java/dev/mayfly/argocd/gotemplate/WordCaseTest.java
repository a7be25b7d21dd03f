package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words as huandu/xstrings 1.5.0 was seen to join them. */
class WordCaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range list \"HTTPServer\" \"ABC\" \"ABc\" \"AB1\" \"A\" \"AB\" \"aBC\" \"ABCd1\" \"AB-c\" \"\u00c9a\" \"\u00c9\u00c0a\" \"aB\" \"ABcD\" \"ABCDe\" \"AbC\" \"A-B\" \"AB c\" \"ABé\" }}{{ snakecase . }} {{ end }} ~ http_server abc a_bc ab1 a ab a_bc ab_cd1 ab_c éa é_\u00e0a a_b a_bc_d abc_de ab_c a_b ab_c a_bé ",
        "{{ range list \"a1b2\" \"1ab\" \"1A\" \"a1B\" \"a1-b\" \"1-a\" \"a1\" \"12\" \"1a1\" \"A1B2C3\" \"a 1 b\" \"1aB\" \"1a-B\" \"a1b-c\" \"a1.b\" \"1.a\" \"a.1\" \"1a.B\" \"a1B2\" \"12AB\" \"a1 \" \"a-1\" \"1é\" \"a1=b\" \"1=b\" \"=\" \"a=1\" \"a1b=\" \"A1\" \"AB12cd\" }}{{ snakecase . }}|{{ end }} ~ a_1b2|1ab|1_a|a1_b|a1_b|1_a|a1|12|1a1|a1_b2_c3|a_1_b|1a_b|1a_b|a_1b_c|a1.b|1.a|a.1|1a.b|a1_b2|12_ab|a1_|a_1|1é|a1_=_b|1_=_b|=|a_=1|a_1b_=|a1|ab_12cd|",
        "{{ kebabcase \"HTTPServer1\" }} {{ kebabcase \"a_b C\" }} {{ snakecase \"\" }} {{ snakecase \"_a_\" }} {{ snakecase \"__\" }} ~ http-server1 a-b-c  _a_ __"
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at))).isEqualTo(answer.substring(at + 3));
  }
}

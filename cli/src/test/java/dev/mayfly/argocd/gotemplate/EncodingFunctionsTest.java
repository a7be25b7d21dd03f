package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go 1.26 was seen to say of base 64 that is none, or that has lines. */
class EncodingFunctionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ b64dec \"YQ=\" }}|{{ b64dec \"Y\" }}|{{ b64dec \"YQ==x\" }}|{{ b64dec \"Y=Q=\" }}|{{ b64dec \"=\" }}|{{ b64dec \"Y===\" }}|{{ b64dec \"YWI=\" }}|{{ b64dec \"YWI=x\" }}|{{ b64dec \"YWI\" }} ~ illegal base64 data at input byte 3|illegal base64 data at input byte 0|illegal base64 data at input byte 4|illegal base64 data at input byte 1|illegal base64 data at input byte 0|illegal base64 data at input byte 1|ab|illegal base64 data at input byte 4|illegal base64 data at input byte 0",
        "{{ b64dec \"YQ=\\n=\" }}|{{ b64dec \"YQ==\\n\" }}|{{ b64dec \"YQ=x\" }}|{{ b64dec \"Y\\nQ==\" }}|{{ b64dec \"YQ\" }}|{{ b64dec \"é\" }}|{{ b64dec \"YWé\" }}|{{ b64dec \"@\" }}|{{ b64dec \"\\u0080\" }}|{{ b64dec \"a\\u0000bc\" }} ~ a|a|illegal base64 data at input byte 2|a|illegal base64 data at input byte 0|illegal base64 data at input byte 0|illegal base64 data at input byte 2|illegal base64 data at input byte 0|illegal base64 data at input byte 0|illegal base64 data at input byte 1",
        "{{ b64dec \"YWJj\" }}|{{ b64dec \"YWJjY\" }}|{{ b64dec \"YWJjY=\" }}|{{ b64dec \"YWJjZA=\" }}|{{ b64dec \"YWJjZA\" }}|{{ b64dec \"YWJjZA==\" }}|{{ b64dec \"YWJjZA=a\" }}|{{ b64dec \"YWJjZA=\\na\" }}|{{ b64dec \"YWJjZGU=\" }}|{{ b64dec \"YWJjZGU=a\" }}|{{ b64dec \"YWJj=\" }}|{{ b64dec \"YWJj==\" }}|{{ b64dec \"YWJjZA==\\n\\n\" }}|{{ b64dec \"YWJjZA==\\na\" }}|{{ b64dec \"\" }} ~ abc|illegal base64 data at input byte 4|illegal base64 data at input byte 5|illegal base64 data at input byte 7|illegal base64 data at input byte 4|abcd|illegal base64 data at input byte 6|illegal base64 data at input byte 7|abcde|illegal base64 data at input byte 8|illegal base64 data at input byte 4|illegal base64 data at input byte 4|abcd|illegal base64 data at input byte 9|"
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }

  @Test
  void whatGrowsTooLongIsNotDecided() {
    assertThat(render("{{ b64enc (repeat 300000 \"a\") | len }}")).startsWith("UNVERIFIABLE ");
  }
}

package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting and breaking as Sprig 3.3.0 does it; a line end is written {@code \n}. */
class LineFunctionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ wrap 5 \"abcdefghij\" }}|{{ wrap 5 \"abcdefghij klm\" }}|{{ wrap 5 \"ab cdefghij\" }}|{{ wrapWith 5 \"-\" \"abcdefghij\" }}|{{ wrap 3 \"a b c d\" }}|{{ wrap 5 \"hello world\" }}|{{ wrap 0 \"ab\" }}|{{ wrap 5 \" abcdefghij\" }}|{{ wrap 5 \"abcde fghij\" }}|{{ wrap 5 \"abcdef ghij\" }}|{{ wrap 4 \"abcd ef\" }} ~ abcdefghij|abcdefghij\\nklm|ab\\ncdefghij|abcde-fghij|a b\\nc d|hello\\nworld|ab|abcdefghij|abcde\\nfghij|abcdef\\nghij|abcd\\nef",
        "{{ abbrev 5 \"hello\" }}|{{ abbrev 4 \"hello\" }}|{{ abbrev 3 \"hello\" }}|{{ abbrev 5 \"helloo\" }}|{{ abbrev 4 \"abcd\" }} ~ hello|h...|hello|he...|abcd",
        "{{ abbrevboth 0 4 \"hello\" }}|{{ abbrevboth 1 7 \"hello world\" }}|{{ abbrevboth 0 3 \"hello\" }}|{{ abbrevboth -1 5 \"hello world\" }}|{{ abbrevboth 1 6 \"hello world\" }}|{{ abbrevboth 5 10 \"1234 5678 9123\" }}|{{ abbrevboth 4 10 \"1234 5678 9123\" }}|{{ abbrevboth 7 10 \"1234 5678 9123\" }}|{{ abbrevboth 20 10 \"1234 5678 9123\" }}|{{ abbrevboth 5 7 \"1234 5678 9123\" }}|{{ abbrevboth 6 8 \"abcdefghijkl\" }}|{{ abbrevboth 7 8 \"abcdefghijkl\" }}|{{ abbrevboth 8 8 \"abcdefghijkl\" }}|{{ abbrevboth 5 12 \"abcdefghijkl\" }}|{{ abbrevboth 5 11 \"abcdefghijkl\" }} ~ h...|hell...|hello|he...|hello world|...5678...|1234 56...|...78 9123|...78 9123|...5...|...gh...|...hijkl|...hijkl|abcdefghijkl|abcdefgh..."
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }
}

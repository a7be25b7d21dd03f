package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Templates that would not end, or not soon: what is given up is said, and never taken for wrong.
 */
@Timeout(60)
class ExplosiveTemplateTest {
  private static final GoValue PARAMETERS =
      GoValue.map(new TreeMap<>(Map.of("a", GoValue.of("b"))));

  private static Execution render(String text) {
    return TemplateRun.of(text, PARAMETERS, MissingKey.ERROR);
  }

  @Test
  @Tag("slow")
  void aMegabyteOfAnyPieceIsAnswered() {
    for (String piece :
        List.of(
            "{{ 1 }}",
            "(",
            "{{if 1}}",
            "{{else}}",
            "{{define \"a\"}}",
            ".a",
            "|",
            "\"",
            "\\",
            "{{/*",
            "x ")) {
      String much = piece.repeat((1 << 20) / piece.length());
      for (String text :
          List.of(much, "{{ " + much, "{{ " + much + " }}", "{{ .a" + much + ")}}")) {
        assertThat(render(text)).as(piece).isNotNull();
      }
    }
    assertThat(render("{{" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}}"))
        .isInstanceOfSatisfying(
            TemplateFault.class, it -> assertThat(it.message()).contains("nested deeper"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}} # more than 500 deep",
        "{{define \"a\"}}{{template \"b\" .}}{{end}}{{define \"b\"}}{{template \"a\" .}}{{end}}{{template \"a\"}} # 500 deep",
        "{{define \"a\"}}{{if .}}{{template \"a\" (sub . 1)}}{{template \"a\" (sub . 1)}}{{end}}{{end}}{{template \"a\" 60}} # steps",
        "{{ $d := dict }}{{ $_ := set $d \"x\" $d }}{{ $d }} # a map is put into itself, which can end the controller",
        "{{ $d := dict \"a\" 1 }}{{ merge $d $d }} # a map is put into itself, which can end the controller",
        "{{ $l := list 1 }}{{ range until 20000 }}{{ $l = list $l }}{{ end }}{{ $l }} # nest too deeply",
        "{{ $l := until 50000 }}{{ range $l }}{{ has . $l }}{{ end }} # steps",
        "{{ range until 9999 }}{{ until 9999 | sortAlpha | len }}{{ end }} # steps",
        "{{ fromJson (print (repeat 200 \"[\") (repeat 200 \"]\")) }} # `fromJson` reads too much",
        "{{ fromYaml (print (repeat 200 \"{a: \") (repeat 200 \"}\")) }} # `fromYaml` reads too much",
        "{{ durationRound (repeat 20000 \"1h\") }} # a length of time has more than 100 characters",
        "{{ regexMatch \"(a{1000}){1000}\" \"a\" }} # its repeats come to more than 1000",
        "{{ 18446744073709551615 }} # beyond an int",
        "{{ 0xffffffffffffffff }} # beyond an int"
      })
  void whatIsNotFollowedIsNotDecided(String template, String says) {
    assertThat(render(template))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.UNVERIFIABLE);
              assertThat(fault.message()).contains(says);
            });
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "-1e400", "99999999999999999999", "18446744073709551616"})
  void aNumberThatGoCannotHoldDoesNotParse(String number) {
    assertThat(render("{{ " + number + " }}"))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.MALFORMED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{{ regexMatch \"(a+)+$\" (print (repeat 50000 \"a\") \"b\") }} # false",
        "{{ regexMatch (print (repeat 200 \"a?\") (repeat 200 \"a\")) (repeat 200 \"a\") }} # true",
        "{{ regexReplaceAll (repeat 30 \"(.*)\") (repeat 5000 \"a\") \"$2\" }}x # x",
        "{{ 1e308 }} # 1e+308",
        "{{ printf \"%2000000000d\" 1 | len }} # 25"
      })
  void expressionsThatTrackBackElsewhereAreTried(String template, String result) {
    assertThat(render(template)).isEqualTo(new Execution.Rendered(result));
  }

  @Test
  @Tag("slow")
  void allTemplatesOfASetHaveOneAllowance() {
    TemplateSet templates = new TemplateSet();
    String text = "{{ range until 9999 }}{{ range until 15 }}{{ end }}{{ end }}";
    long start = System.nanoTime();
    int decided = 0;
    for (int i = 0; i < 5_000; i++) {
      if (templates.render(text, PARAMETERS, MissingKey.ERROR) instanceof Execution.Rendered) {
        decided++;
      }
    }
    assertThat(decided).isBetween(40, 1_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
    assertThat(templates.render("{{ .a }}", PARAMETERS, MissingKey.ERROR).toString())
        .contains("the templates of the set take more than 10000000 steps together");
  }
}

package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTemplateTest {
  private static final String[] PIECES = {
    "{{",
    "}}",
    "{{-",
    "-}}",
    " ",
    ".a",
    "$",
    "$x",
    ":=",
    "|",
    "(",
    ")",
    "if",
    "range",
    "with",
    "end",
    "else",
    "printf",
    "\"%s%d\"",
    "index",
    "0",
    "1e9",
    "'c'",
    "`",
    "\"",
    "/*",
    "*/",
    "nil",
    ".",
    ",",
    "list",
    "dict",
    "\\",
    "\n",
    "é",
    "\uD83D",
    "define",
    "break",
    ".number",
    "=",
    "-1",
    "repeat",
    "regexReplaceAll",
    "fromYaml",
    "toYaml",
    "splitList",
    "until",
    "trunc",
    "dig",
    "substr",
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{(",
        "{{if .a}}",
        "{{range .list}}",
        "{{with .a}}x{{else with .b}}",
        "{{",
        "{{.a|",
        "{{$x:="
      })
  void nestingEndsInAValue(String piece) {
    assertThat(GoTemplate.parse(piece.repeat(10_000))).isInstanceOf(TemplateFault.class);
    assertThat(GoTemplate.parse("{{" + "(".repeat(10_000) + ".a" + ")".repeat(10_000) + "}}"))
        .isInstanceOf(TemplateFault.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ $s := \"x\" }}{{ range until 90 }}{{ $s = print $s $s }}{{ end }}{{ $s }}",
        "{{ $l := list 1 }}{{ range until 90 }}{{ $l = list $l $l }}{{ end }}{{ $l }}",
        "{{ $l := list 1 }}{{ range until 60000 }}{{ $l = list $l }}{{ end }}{{ $l }}",
        "{{ $s := repeat 900 \"a\" }}{{ $s = replace \"a\" $s $s }}{{ replace \"a\" $s $s }}",
        "{{ $s := repeat 99999 \"a\" }}{{ range until 999 }}{{ $s }}{{ end }}",
        "{{ range 99999999999 }}x{{ end }}",
        "{{ indent 999999999 \"x\" }}",
        "{{ printf \"%999999d%999999d\" 1 2 }}",
      })
  void explosionsAreCutShort(String template) {
    assertThat(TemplateRun.of(template, GoTemplateTest.PARAMETERS, MissingKey.ERROR))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.UNVERIFIABLE));
  }

  @Test
  @Tag("slow")
  void noSequenceOfPiecesThrows() {
    Random random = new Random(11);
    for (int i = 0; i < 40_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? "{{ " : "");
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
      }
      text.append(i % 2 == 0 ? " }}" : "");
      Execution outcome =
          TemplateRun.of(text.toString(), GoTemplateTest.PARAMETERS, MissingKey.INVALID);
      if (GoTemplate.parse(text.toString()) instanceof GoTemplate template) {
        assertThat(template.references()).doesNotContainNull();
      }
      assertThat(outcome).isNotNull();
    }
  }

  @Test
  @Tag("slow")
  void everyFunctionStandsAnyArguments() {
    Set<String> names = FunctionCatalogue.names();
    assertThat(names).hasSizeGreaterThan(210).doesNotContain("env", "expandenv", "getHostByName");
    String[] arguments = {
      ".a", ".number", ".list", ".values", "1", "-1", "99999999", "\"[\"", "true", ".", "nil"
    };
    Random random = new Random(5);
    for (String name : names) {
      for (int i = 0; i < 150; i++) {
        StringBuilder call = new StringBuilder("{{ ").append(name);
        for (int n = random.nextInt(5); n > 0; n--) {
          call.append(' ').append(arguments[random.nextInt(arguments.length)]);
        }
        assertThat(TemplateRun.of(call + " }}", GoTemplateTest.PARAMETERS, MissingKey.INVALID))
            .isNotNull();
      }
    }
  }
}

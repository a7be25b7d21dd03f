package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionFunctionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ semver \"v1.2-rc.1+b5\" }} ~ 1.2.0-rc.1+b5",
        "{{ $v := semver \"v1.2\" }}{{ $v.Original }} {{ $v.Major }}{{ $v.Minor }}{{ $v.Patch }} ~ v1.2 120",
        "{{ (semver \"1.2.3\").Compare (semver \"1.3\") }} ~ -1",
        "{{ semver \"1.2.3\" | (semver \"1.2.3-a\").LessThan }} ~ true",
        "{{ (semver \"1.2.3-rc1\").IncPatch }} {{ (semver \"1.2.3\").IncPatch }} ~ 1.2.3 1.2.4",
        "{{ add (semver \"1.2\").Minor 1 }}{{ eq (semver \"1.2\").Minor 2 }} ~ 3true",
        "{{ quote (semver \"1\") }}{{ (semver \"01\").Major }} ~ '\"1.0.0\"1'",
        "{{ (semver \"1.2.3\").IncPatch.Original }} ~ FAILED a semver.Version has no `Original` that fits",
        "{{ semver \"V1\" }} ~ FAILED `V1` is not a semantic version",
        "{{ semver \"1.0.0-01\" }} ~ FAILED `01` in a version starts with 0",
        "{{ (semver \"18446744073709551615\").Major }} ~ 18446744073709551615",
        "{{ .number.Compare 1 }} ~ FAILED a value that is not a function has arguments",
      })
  void versionsHaveGosMethods(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "^1.2.0, 1.3.5, true",
    "^0.2.3, 0.3.0, false",
    "^0.0, 0.1.0, false",
    "^0.0.3, 0.0.4, false",
    "~1.2, v1.2.9, true",
    "~0.0.0, 5.0.0, true",
    "~*, 5.0.0, true",
    "1.x, 1.9, true",
    "!=1.2, 1.2.7, false",
    "!=1.2, 1.3.0, true",
    "!=*, 1.0.0, true",
    ">1, 1.9.9, false",
    ">1.2, 1.2.9, false",
    ">11, 12.0.0, true",
    "<=1, 1.9.0, true",
    "<=1.2, 1.3.0, false",
    "<=1.2.3, 1.2.4, false",
    "=>1.2, 1.2.0, true",
    "1.2 - 1.4, 1.4.5, true",
    "1.2 - 1.4, 1.5.0, false",
    "'>=1.2 <2 || ~3.1', 3.1.9, true",
    "'>=1,<2', 2.0.0, false",
    ">1.0.0, 1.0.1-rc1, false",
    ">1.0.0-0, 1.0.1-rc1, true",
    ">1.2.3-beta.2, 1.2.3-beta.11, true",
    ">1.2.3-alpha.beta, 1.2.3-alpha.1, false",
    "!=1.2.3-a, 1.2.3-a, false",
  })
  void constraintsAreThoseOfTheLibrary(String constraint, String version, String expected) {
    assertThat(render("{{ semverCompare \"" + constraint + "\" \"" + version + "\" }}"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "bad, 1", "1 ||, 1", "1|2, 1", "1x, 1", "1.2.3.4, 1", ">, 1", "1, bad"})
  void whatIsNoConstraintFails(String constraint, String version) {
    assertThat(render("{{ semverCompare \"" + constraint + "\" \"" + version + "\" }}"))
        .startsWith("FAILED ");
  }

  @Test
  @Timeout(20)
  void gapsAreNotTriedInEveryWay() {
    assertThat(render("{{ semverCompare \"" + "1    ".repeat(50) + "!\" \"1\" }}"))
        .startsWith("FAILED ");
    assertThat(render("{{ semverCompare \"" + "1 ".repeat(50_000) + "!\" \"1\" }}"))
        .startsWith("UNVERIFIABLE ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range list \">*\" \">x\" \">1.x\" \">1.2.x\" \">0.x\" \">1\" \">1.2\" \">=1.x\" \"<1.x\" \"<=1.x\" \"<=1.2.x\" \"<=*\" \"<*\" \"!=*\" \"!=1.x\" \"!=1.2.x\" \"!=1\" \"!=1.2\" \"=1.x\" \"^1.x\" \"^0.x\" \"~1.x\" \"~*\" \"^0.2.x\" \"^0\" \"~0\" \"^0.0\" }}{{ $c := . }}{{ . }}:{{ range list \"0.0.0\" \"0.0.1\" \"0.2.3\" \"0.3.0\" \"1.0.0\" \"1.2.0\" \"1.2.9\" \"1.3.0\" \"2.0.0\" }}{{ if semverCompare $c . }}1{{ else }}0{{ end }}{{ end }} {{ end }} ~ >*:011111111 >x:011111111 >1.x:000000001 >1.2.x:000000011 >0.x:000011111 >1:000000001 >1.2:000000011 >=1.x:000011111 <1.x:111100000 <=1.x:111111110 <=1.2.x:111111100 <=*:110000000 <*:000000000 !=*:011111111 !=1.x:111100001 !=1.2.x:111110011 !=1:111100001 !=1.2:111110011 =1.x:000011110 ^1.x:000011110 ^0.x:111100000 ~1.x:000011110 ~*:111111111 ^0.2.x:001000000 ^0:111100000 ~0:111100000 ^0.0:110000000 ",
        "{{ range list \"!=1.x-a\" \"!=1.2.x-a\" \"!=1.2-a\" \"!=1-a\" \">1.x-a\" \">1.2.x-a\" \"<=1.2.x-a\" \"^1.2-a\" \"~1.2-a\" \">*-a\" \"!=*-a\" }}{{ $c := . }}{{ . }}:{{ range list \"1.2.0-a\" \"1.2.3-a\" \"1.2.3-b\" \"1.2.3\" \"1.3.0-a\" \"2.0.0-a\" \"0.1.0-a\" \"2.0.0\" }}{{ if semverCompare $c . }}1{{ else }}0{{ end }}{{ end }} {{ end }} ~ !=1.x-a:00000111 !=1.2.x-a:00111111 !=1.2-a:00111111 !=1-a:00000111 >1.x-a:00000101 >1.2.x-a:00001101 <=1.2.x-a:11110010 ^1.2-a:11111000 ~1.2-a:11110000 >*-a:11111111 !=*-a:11111111 ",
        "{{ (semver \"1.0.0-18446744073709551615\").Compare (semver \"1.0.0--x\") }} {{ (semver \"1.0.0-18446744073709551616\").Compare (semver \"1.0.0--x\") }} {{ (semver \"1.0.0-a.b\").Compare (semver \"1.0.0-a\") }} ~ -1 1 1",
        "{{ range list \"!=1.2.x, >1.0.0-a\" \"!=1.2.x-b, >1.0.0-a\" \"!=1.x, >1.0.0-a\" }}{{ $c := . }}{{ . }}:{{ range list \"1.2.3-b\" \"1.2.0-b\" \"1.2.3\" \"1.3.0-a\" \"2.0.0-a\" }}{{ if semverCompare $c . }}1{{ else }}0{{ end }}{{ end }} {{ end }} ~ !=1.2.x, >1.0.0-a:11011 !=1.2.x-b, >1.0.0-a:00111 !=1.x, >1.0.0-a:00001 "
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(GoTemplateTest.render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }

  @Test
  void whatIsNotComputedIsSaid() {
    assertThat(GoTemplateTest.render("{{ (semver \"1.2.3\").SetPrerelease \"a\" }}"))
        .startsWith("UNVERIFIABLE ");
    assertThat(GoTemplateTest.render("{{ (semver \"1.2.3\").Other \"a\" }}")).startsWith("FAILED ");
    String longest = "1.2.3" + " ".repeat(251);
    assertThat(GoTemplateTest.render("{{ semverCompare \"" + longest + "\" \"1.2.3\" }}"))
        .isEqualTo("true");
    assertThat(GoTemplateTest.render("{{ semverCompare \"" + longest + " \" \"1.2.3\" }}"))
        .startsWith("UNVERIFIABLE ");
  }
}

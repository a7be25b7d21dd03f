package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}

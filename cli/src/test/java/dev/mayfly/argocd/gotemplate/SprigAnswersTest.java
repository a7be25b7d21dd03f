package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Go's own templates with Sprig 3.3.0 were seen to print; a line end is written {@code \n}.
 */
class SprigAnswersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ (semver \"1.2.3\").IncMajor }} {{ (semver \"1.2.3-a\").IncMajor }} ~ 2.0.0 2.0.0",
        "{{ (semver \"1.2.3\").IncMinor }} {{ (semver \"0.0.0\").IncMinor }} ~ 1.3.0 0.1.0",
        "{{ (semver \"1.2.3\").Prerelease }}|{{ (semver \"1.2.3-a.b+c\").Prerelease }}|{{ (semver \"1.2.3-a.b+c\").Metadata }}|{{ (semver \"v1.2\").String }} ~ |a.b|c|1.2.0",
        "{{ (semver \"1.2.3\").Equal (semver \"1.2.3+x\") }} {{ (semver \"1.2.3\").Equal (semver \"1.2.4\") }} ~ true false",
        "{{ (semver \"1.2.3\").LessThan (semver \"1.2.3\") }} {{ (semver \"1.2.3\").LessThan (semver \"1.2.4\") }} ~ false true",
        "{{ (semver \"1.2.3\").LessThanEqual (semver \"1.2.3\") }} {{ (semver \"1.2.4\").LessThanEqual (semver \"1.2.3\") }} ~ true false",
        "{{ (semver \"1.2.3\").GreaterThan (semver \"1.2.3\") }} {{ (semver \"1.2.4\").GreaterThan (semver \"1.2.3\") }} ~ false true",
        "{{ (semver \"1.2.3\").GreaterThanEqual (semver \"1.2.3\") }} {{ (semver \"1.2.2\").GreaterThanEqual (semver \"1.2.3\") }} ~ true false",
        "{{ (semver \"1.2.3\").Compare (semver \"1.2.3-a\") }}{{ (semver \"1.2.3-a\").Compare (semver \"1.2.3\") }}{{ (semver \"1.2.3\").Compare (semver \"1.2.3\") }} ~ 1-10",
        "{{ (semver \"1.0.0-a\").Compare (semver \"1.0.0-a.1\") }}{{ (semver \"1.0.0-a.1\").Compare (semver \"1.0.0-a\") }} ~ -11",
        "{{ (semver \"1.0.0-2\").Compare (semver \"1.0.0-10\") }}{{ (semver \"1.0.0-a\").Compare (semver \"1.0.0-1\") }}{{ (semver \"1.0.0-1\").Compare (semver \"1.0.0-a\") }}{{ (semver \"1.0.0-a\").Compare (semver \"1.0.0-b\") }} ~ -11-1-1",
        "{{ (semver \"1.0.0-18446744073709551615\").Compare (semver \"1.0.0-1\") }}{{ (semver \"1.0.0-18446744073709551616\").Compare (semver \"1.0.0-a\") }} ~ 1-1",
        "{{ (semver \"2.0.0\").Compare (semver \"1.9.9\") }}{{ (semver \"1.3.0\").Compare (semver \"1.2.9\") }}{{ (semver \"1.2.4\").Compare (semver \"1.2.3\") }} ~ 111",
        "{{ range $i := .list }}{{ $i }}{{ end }} ~ ab",
        "{{ $i := 0 }}{{ $e := \"\" }}{{ range $i, $e = .list }}{{ end }}{{ $i }}{{ $e }} ~ 1b",
        "{{ $e := \"\" }}{{ range $e = .list }}{{ end }}{{ $e }} ~ b",
        "{{ float64 \"inf\" }} {{ float64 \"-Inf\" }} {{ float64 \"+infinity\" }} {{ float64 \"NaN\" }} {{ float64 \"x\" }} ~ +Inf -Inf +Inf NaN 0",
        "{{ float64 \"0x1p4\" }} {{ float64 \"1e400\" }} {{ float64 \"1e3\" }} {{ float64 \".5\" }} {{ float64 \"5.\" }} ~ 16 0 1000 0.5 5",
        "{{ float64 0.0001 }} {{ float64 0.00001 }} {{ float64 999999 }} {{ float64 1000000 }} {{ float64 123456789 }} {{ float64 -0.0 }} ~ 0.0001 1e-05 999999 1e+06 1.23456789e+08 -0",
        "{{ int \"1.0\" }} {{ int \"1.\" }} {{ int \".0\" }} {{ int \"0.0\" }} {{ int \"1.50\" }} {{ int \"1.00\" }} {{ int \"100\" }} {{ int \"\" }} ~ 1 0 0 0 0 1 100 0",
        "{{ int \"0x1f\" }} {{ int \"0b11\" }} {{ int \"017\" }} {{ int \"0o17\" }} {{ int \"-0x1f\" }} {{ int \"1_000\" }} {{ int \"+7\" }} {{ int \"9223372036854775807\" }} {{ int \"9223372036854775808\" }} {{ int \"-9223372036854775808\" }} ~ 31 3 15 15 -31 1000 7 9223372036854775807 0 -9223372036854775808",
        "{{ b32enc \"a\" }} {{ b32enc \"ab\" }} {{ b32enc \"abc\" }} {{ b32enc \"abcd\" }} {{ b32enc \"abcde\" }} {{ b32enc \"\" }} ~ ME====== MFRA==== MFRGG=== MFRGGZA= MFRGGZDF ",
        "{{ b32dec \"ME======\" }} {{ b32dec \"MFRA====\" }} {{ b32dec \"MFRGG===\" }} {{ b32dec \"MFRGGZA=\" }} {{ b32dec \"MFRGGZDF\" }} ~ a ab abc abcd abcde",
        "{{ b32dec \"M1======\" }} ~ illegal base32 data at input byte 1",
        "{{ b32dec \"me======\" }} ~ illegal base32 data at input byte 0",
        "{{ if (semver \"1\").Major }}a{{ end }}{{ if (semver \"0\").Major }}b{{ end }}{{ if semver \"0\" }}c{{ end }} ~ ac",
        "{{ if 0 }}a{{ else }}b{{ end }}{{ if 0.0 }}a{{ else }}b{{ end }}{{ if \"\" }}a{{ else }}b{{ end }}{{ if 0.5 }}c{{ end }}{{ if .labels }}a{{ else }}b{{ end }}{{ if .values }}c{{ end }} ~ bbbcbc",
        "{{ semverCompare \"1.x\" \"1.9.9\" }} {{ semverCompare \"!=1.2.3\" \"1.2.3\" }} {{ semverCompare \"!=1.2.3\" \"1.2.4\" }} {{ semverCompare \"<1.2.3\" \"1.2.3\" }} {{ semverCompare \"<=1.2.3\" \"1.2.3\" }} {{ semverCompare \">=1.2.3\" \"1.2.3\" }} {{ semverCompare \">1.2.3\" \"1.2.3\" }} ~ true false true false true true false",
        "{{ toPrettyJson (dict \"a\" (list 1 2) \"b\" (dict \"c\" \"<&>\")) }} ~ {\\n  \"a\": [\\n    1,\\n    2\\n  ],\\n  \"b\": {\\n    \"c\": \"\\u003c\\u0026\\u003e\"\\n  }\\n}",
        "{{ toJson (dict \"a\" (list) \"b\" (dict) \"c\" \"\") }} ~ {\"a\":[],\"b\":{},\"c\":\"\"}",
        "{{ toPrettyJson (list) }} {{ toPrettyJson (dict) }} ~ [] {}",
        "{{ printf \"%q\" \"a`b\" }} {{ printf \"%#q\" \"ab\" }} {{ printf \"%#q\" \"a`b\" }} {{ printf \"%+q\" \"é\" }} ~ \"a`b\" `ab` \"a`b\" \"\\u00e9\"",
        "{{ regexReplaceAll \"a(x*)b\" \"-ab-axxb-\" \"${1}W\" }} {{ regexReplaceAll \"a(?P<n>x*)b\" \"-axxb-\" \"${n}$$$1\" }} {{ regexReplaceAll \"a\" \"a\" \"$\" }} {{ regexReplaceAll \"a\" \"a\" \"${\" }} {{ regexReplaceAll \"a\" \"a\" \"${x\" }} {{ regexReplaceAll \"a\" \"ba\" \"$0x\" }} ~ -W-xxW- -xx$xx- $ ${ ${x b",
        "{{ regexMatch \"^[a-z]{2,3}$\" \"abc\" }} {{ regexMatch \"[]a]\" \"]\" }} {{ regexMatch \"[^]a]\" \"]\" }} {{ regexMatch \"[[:alpha:]]\" \"a\" }} ~ true true false true"
      })
  void printsWhatSprigPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }
}

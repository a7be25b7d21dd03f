package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintfTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "\"%+d|% d|%+08d\" 5 5 -5~+5| 5|-0000005",
        "\"%#x %#X %#o %#b %O\" 255 255 8 5 8~0xff 0XFF 010 0b101 0o10",
        "\"%q %+q %q %q\" 65 233 39 128512~'A' '\\u00e9' '\\'' '😀'",
        "\"%q %+q %#q %q\" \"a\\\"\" \"é\" \"hi\" \"\\u00ad\"~\"a\\\"\" \"\\u00e9\" `hi` \"\\u00ad\"",
        "\"%x|% x|%# x|%#x\" \"hi\" \"hi\" \"hi\" \"hi\"~6869|68 69|0x68 0x69|0x6869",
        "\"%e %E %.0e %.2e\" 1234.5 1.5 1234.5678 -0.5~1.234500e+03 1.500000E+00 1e+03 -5.00e-01",
        "\"%v %e %.9e %.12e\" 1700000001.0 1700000001.0 1700000000.0 1e9~1.700000001e+09 1.700000e+09 1.700000000e+09 1.000000000000e+09",
        "\"%g %G %.3g %.10g %.3g\" 1e21 1e-7 1234.5678 100000.0 0.0~1e+21 1E-07 1.23e+03 100000 0",
        "\"%08.3f|%+.1f|% .2f|%-8.2e|\" 3.14159 2.25 1.0 1.5~0003.142|+2.2| 1.00|1.50e+00|",
        "\"%*d|%-*d|%*d|\" 5 42 5 42 -5 42~   42|42   |42   |",
        "\"%.*f %.*f\" 2 3.14159 -2 1.5~3.14 %!(BADPREC)1.500000",
        "\"%*d\" \"a\" 42~%!(BADWIDTH)42",
        "\"%[2]d %[1]d\" 1 2~2 1",
        "\"%[3]d %[x]d %[1]d\" 1 2~%!d(BADINDEX) %!d(BADINDEX) 1",
        "\"%[2]*[1]d|%[3]2d\" 1 5~    1|%!d(BADINDEX)",
        "\"%[1\" 1~%!(NOVERB)",
        "\"%!\" 1~%!!(int=1)",
        "\"%!\"~%!!(MISSING)",
        "\"%.3d|%8.3d|%.d|\" 5 5 0~005|     005||",
        "\"%5%|%200000000d\" 1~%|%!(NOVERB)%!(EXTRA int=1)",
        "\"%d\" (list 1 \"a\" nil)~[1 %!d(string=a) <nil>]",
        "\"%+s %08U\" 5 65~%!s(int=+5)   U+0041",
        "\"%w\" (list 1)~%!w([]interface {}=[1])",
        "\"%v %q %T\" (semver \"1.2\") (semver \"1\") (semver \"1\")~1.2.0 \"1.0.0\" *semver.Version",
        "\"%03d %T\" (semver \"1.2\").Minor (semver \"1\").Major~002 uint64",
      })
  void writesAsGo(String arguments, String expected) {
    assertThat(render("{{ printf " + arguments + " }}")).isEqualTo(expected);
  }

  /** What Go 1.26 was seen to print. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ printf \"%f %f %g %e\" 0.0 -0.0 0.0 0.0 }} ~ 0.000000 -0.000000 0 0.000000e+00",
        "{{ printf \"%+d|%5d|%-8d|\" 1.5 1.5 1.5 }} ~ %!d(float64=+1.5)|%!d(float64=  1.5)|%!d(float64=1.5     )|",
        "{{ printf \"%q %q %q %q %q %q\" 0 1114111 1114112 55295 55296 57343 }} {{ printf \"%q %q\" 57344 -1 }} ~ '\\x00' '\\U0010ffff' '\ufffd' '\\ud7ff' '\ufffd' '\ufffd' '\\ue000' '\ufffd'",
        "{{ printf \"%d %x %5d|\" 0 0 0 }} ~ 0 0     0|",
        "{{ printf \"%5.0d|%.0d|%-3.d|\" 0 0 0 }} ~      ||   |",
        "{{ printf \"%.3g %.3g %.3g %.3g %.3g %.4g %.10g\" 999.5 1000.0 99.95 0.0001 0.00001 1234.5 1234567890.0 }} ~ 1e+03 1e+03 100 0.0001 1e-05 1234 1234567890",
        "{{ printf \"%.3g %.1g %.0g %.6g\" 100.0 10.0 10.0 100000.0 }} ~ 100 1e+01 1e+01 100000",
        "{{ printf \"%.5e %.0e %.3e\" 1.5 1.5 1234567.0 }} ~ 1.50000e+00 2e+00 1.235e+06",
        "{{ printf \"%.3s|%.2s|%.9s\" \"abc\" \"é\ud83d\ude00x\" \"abc\" }} ~ abc|é\ud83d\ude00|abc",
        "{{ printf \"%.\" 1 }} {{ printf \"%5.\" 1 }} ~ %!.(int=1) %!.(int=    1)",
        "{{ printf \"%[1].2f\" 1.5 }} {{ printf \"%.[2]*[1]f\" 1.5 2 }} {{ printf \"%.*f\" 0 1.5 }} {{ printf \"%*d\" }} ~ %!f(BADINDEX) 1.50 2 %!(BADWIDTH)%!d(MISSING)",
        "{{ printf \"%*d\" 1000000 1 | len }} {{ printf \"%*d\" 1000001 1 }} {{ printf \"%*d\" -1000000 1 | len }} ~ 1000000 %!(BADWIDTH)1 1000000",
        "{{ printf \"%#q|%#q|%#q|%#q|%#q|%#q|%#q|%#q|%#q\" \"a`b\" \"a\\tb\" \"a\\u007fb\" \"\\ufeff\" \"a\\nb\" \"é\" \" \" \"\\u001f\" \"\" }} ~ \"a`b\"|`a\u0009b`|\"a\\x7fb\"|\"\\ufeff\"|\"a\\nb\"|`é`|` `|\"\\x1f\"|``",
        "{{ printf \"%q|%q|%q|%q|%q|%+q|%+q|%+q|%q|%q\" \"\\u001f\" \" \" \"\\u007f\" \"\\u0080\" \"é\" \"\ud83d\ude00\" \"\\uffff\" \"\\U00010000\" \"\\a\\b\\f\\n\\r\\t\\v\\\\\" \"\\u00a0\" }} ~ \"\\x1f\"|\" \"|\"\\x7f\"|\"\\u0080\"|\"é\"|\"\\U0001f600\"|\"\\uffff\"|\"\\U00010000\"|\"\\a\\b\\f\\n\\r\\t\\v\\\\\"|\"\\u00a0\"",
        "{{ printf \"%[1]99999999d\" 1 }} {{ printf \"%99999999d\" 1 }} {{ printf \"%.99999999d\" 1 }} ~ %!(NOVERB) %!(NOVERB)%!(EXTRA int=1) %!(NOVERB)%!(EXTRA int=1)",
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at))).isEqualTo(answer.substring(at + 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"%p\" (list 1)",
        "\"%#v\" (dict \"a\" 1)",
        "\"%x\" 1.5",
        "\"%d\" (semver \"1\")",
        "\"%s\" (semver \"1\").Major",
        "\"%1000000d%1000000d\" 1 2",
        "\"%10000001d\" 1",
      })
  void refusesWhatItDoesNotCompute(String arguments) {
    assertThat(render("{{ printf " + arguments + " }}")).startsWith("UNVERIFIABLE ");
  }
}

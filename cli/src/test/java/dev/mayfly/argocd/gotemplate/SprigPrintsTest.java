package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Go's own templates with Sprig 3.3.0 were seen to print; a line end is written {@code \n}.
 */
class SprigPrintsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ printf \"%.2e|%e|%.0e|%E|%.3E|%.1e|%e\" 0.00012345 1e-10 12345.0 1e100 1e-5 9.96 1e9 }} ~ 1.23e-04|1.000000e-10|1e+04|1.000000E+100|1.000E-05|1.0e+01|1.000000e+09",
        "{{ printf \"%.3g|%.10g|%g|%g|%g|%.1g|%.0g|%G|%.2g|%.6g|%.7g\" 1234567.0 1234567.0 123456.0 1e-5 0.0001 0.00012345 5.5 1e-7 99.9 1e6 1e6 }} ~ 1.23e+06|1234567|123456|1e-05|0.0001|0.0001|6|1E-07|1e+02|1e+06|1000000",
        "{{ printf \"%.15f|%.0f|%f|%5.1f|%+.3f|%06.2f|%.0f|%.0f\" 0.1 2.5 1e15 9.95 -1.0005 -1.5 3.5 -0.5 }} ~ 0.100000000000000|2|1000000000000000.000000|  9.9|-1.000|-01.50|4|-0",
        "{{ printf \"%f|%e|%g|%v|%8.2f|%-8f|%08f|%+f\" (float64 \"inf\") (float64 \"-inf\") (float64 \"nan\") (float64 \"inf\") (float64 \"inf\") (float64 \"nan\") (float64 \"inf\") (float64 \"inf\") }} ~ +Inf|-Inf|NaN|+Inf|    +Inf|NaN     |    +Inf|+Inf",
        "{{ printf \"%v|%v|%v|%6v|%-8v|%08v|%+v|% v\" 1e5 1e6 123456789.0 1.5 1.5 1.5 1.5 1.5 }} ~ 100000|1e+06|1.23456789e+08|   1.5|1.5     |000001.5|1.5| 1.5",
        "{{ printf \"%.3v|%10.2v|%d|%s|%t\" 3.14159 3.14159 1.5 1.5 1.5 }} ~ 3.14|       3.1|%!d(float64=1.5)|%!s(float64=1.5)|%!t(float64=1.5)",
        "{{ printf \"%e|%g|%f|%.1f|%.2f|%.3f\" 0.0 0.0 0.0 0.05 0.005 0.0005 }} ~ 0.000000e+00|0|0.000000|0.1|0.01|0.001",
        "{{ printf \"%g|%g|%g|%g|%g|%g\" 100000.0 1000000.0 10000000.0 1e20 1e21 123456789012345678.0 }} ~ 100000|1e+06|1e+07|1e+20|1e+21|1.2345678901234568e+17",
        "{{ (semver \"1.0.0-9999999999999999999\").Compare (semver \"1.0.0-99999999999999999999\") }} {{ (semver \"1.0.0-20\").Compare (semver \"1.0.0-18446744073709551616\") }} {{ (semver \"1.0.0-a.b\").Compare (semver \"1.0.0-a.b.c\") }} {{ (semver \"1.0.0-a.b.c\").Compare (semver \"1.0.0-a.b.c\") }} ~ -1 -1 -1 0",
        "{{ '\\u00e9' }} ~ 233",
        "{{ '\\x41' }} ~ 65",
        "{{ '\\n' }} ~ 10",
        "{{ 'a' }} ~ 97",
        "{{ 1_000 }} ~ 1000",
        "{{ 017 }} ~ 15",
        "{{ 0o17 }} ~ 15",
        "{{ 0b101 }} ~ 5",
        "{{ 0x1F }} ~ 31",
        "{{ printf \"%d %5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%b|%c|%U|%q\" 42 42 42 42 42 42 42 42 42 42 42 42 65 65 65 }} ~ 42    42|42   |00042|+42| 42|2a|2A|0x2a|52|052|101010|A|U+0041|'A'",
        "{{ printf \"%d|%5d|%05d|%x|%+d|%b|%o\" -42 -42 -42 -42 -42 -5 -8 }} ~ -42|  -42|-0042|-2a|-42|-101|-10",
        "{{ printf \"%.3d|%8.3d|%-8.3d|%.0d|%.0d|%08.3d\" 7 7 7 0 1 7 }} ~ 007|     007|007     ||1|     007",
        "{{ printf \"%*d|%-*d|%.*d|%*.*f\" 5 42 5 42 3 7 8 2 3.14159 }} ~    42|42   |007|    3.14",
        "{{ printf \"%[2]d %[1]d|%[2]*[1]d|%[1]d %d\" 1 5 }} ~ 5 1|    1|1 5",
        "{{ printf \"%[3]d\" 1 2 }}|{{ printf \"%[x]d\" 1 }}|{{ printf \"%[0]d\" 1 }}|{{ printf \"%[1]\" 1 }}|{{ printf \"%[\" 1 }} ~ %!d(BADINDEX)|%!d(BADINDEX)|%!d(BADINDEX)|%!(NOVERB)|%!(NOVERB)",
        "{{ printf \"%!\" }}|{{ printf \"%\" }}|{{ printf \"%d\" }}|{{ printf \"%d\" \"a\" }}|{{ printf \"%d %d\" 1 }}|{{ printf \"%d\" 1 2 }}|{{ printf \"%z\" 1 }} ~ %!!(MISSING)|%!(NOVERB)|%!d(MISSING)|%!d(string=a)|1 %!d(MISSING)|1%!(EXTRA int=2)|%!z(int=1)",
        "{{ printf \"%s|%10s|%-10s|%.2s|%5.1s|%q|%x|%X|% x|%#x|%v\" \"abc\" \"abc\" \"abc\" \"abc\" \"abc\" \"a\\\"b\" \"abc\" \"abc\" \"abc\" \"abc\" \"abc\" }} ~ abc|       abc|abc       |ab|    a|\"a\\\"b\"|616263|616263|61 62 63|0x616263|abc",
        "{{ printf \"%s %d\" 42 \"x\" }} ~ %!s(int=42) %!d(string=x)",
        "{{ printf \"%v %v %v %v %v\" 1 1.5 true \"a\" (list 1 \"b\") }} ~ 1 1.5 true a [1 b]",
        "{{ printf \"%+v|%#v|%T\" \"a\" \"a\" \"a\" }} ~ a|\"a\"|string",
        "{{ printf \"%t|%5t|%-6t|%q\" true false true true }} ~ true|false|true  |%!q(bool=true)",
        "{{ printf \"%f|%.2f|%8.2f|%-8.2f|%08.2f|%+.1f|% .1f|%e|%E|%g|%G|%.3g|%10.3e\" 3.14159 3.14159 3.14159 3.14159 3.14159 3.14159 3.14159 3.14159 3.14159 3.14159 1e21 1234.5678 1234.5678 }} ~ 3.141590|3.14|    3.14|3.14    |00003.14|+3.1| 3.1|3.141590e+00|3.141590E+00|3.14159|1E+21|1.23e+03| 1.235e+03",
        "{{ printf \"%g|%g|%g|%g|%.0f|%.0f|%f\" 1e20 1e21 1e-4 1e-5 0.5 1.5 -0.0 }} ~ 1e+20|1e+21|0.0001|1e-05|0|2|-0.000000",
        "{{ printf \"%c|%c|%c|%c|%c\" 0 1114111 1114112 55296 128512 }} ~ \u0000|\udbff\udfff|\ufffd|\ufffd|\ud83d\ude00",
        "{{ printf \"%q|%q|%q|%#q|%+q\" 65 128512 1114112 \"a\" 233 }} ~ 'A'|'\ud83d\ude00'|'\ufffd'|`a`|'\\u00e9'",
        "{{ printf \"%x|%X|% X|%#X|%.2x|%10x\" \"héllo\" \"héllo\" \"ab\" \"ab\" \"abc\" \"ab\" }} ~ 68c3a96c6c6f|68C3A96C6C6F|61 62|0X6162|6162|      6162",
        "{{ printf \"%*d\" \"a\" 1 }}|{{ printf \"%.*d\" -1 5 }}|{{ printf \"%*d\" -5 42 }}| ~ %!(BADWIDTH)1|%!(BADPREC)5|42   |",
        "{{ printf \"%v|%d|%s|%x\" (list 1 2) (list 1 2) (list \"a\" \"b\") (list \"a\" \"b\") }} ~ [1 2]|[1 2]|[a b]|[61 62]",
        "{{ printf \"%v|%v|%s|%d\" (dict \"b\" 1 \"a\" 2) (dict) (dict \"a\" \"x\") (dict \"a\" 1) }} ~ map[a:2 b:1]|map[]|map[a:x]|map[%!d(string=a):1]",
        "{{ printf \"%5v|%-5v|%05d\" \"a\" \"a\" (list 1 2) }} ~     a|a    |[00001 00002]",
        "{{ printf \"%6.2f%%\" 12.345 }}|{{ printf \"%%|%5%\" }}|{{ printf \"%-%\" }} ~  12.35%|%|%|%",
        "{{ printf \"%v|%s|%d\" nil nil nil }} ~ <nil>|%!s(<nil>)|%!d(<nil>)",
        "{{ printf \"%d|%x\" 9223372036854775807 -9223372036854775807 }} ~ 9223372036854775807|-7fffffffffffffff",
        "{{ printf \"%08b|%#b|%+x|%x\" 5 5 255 255 }} ~ 00000101|0b101|+ff|ff",
        "{{ printf \"%+q|%#q|%q\" \"é\\n\" \"a\\tb\" \"\\u0000\\u007f\" }} ~ \"\\u00e9\\n\"|`a\tb`|\"\\x00\\x7f\"",
        "{{ printf \"%s\" (semver \"1.2\") }}|{{ printf \"%v\" (semver \"1.2\").Major }}|{{ printf \"%d\" (semver \"1.2\").Minor }} ~ 1.2.0|1|2",
        "{{ toString 1.0 }} {{ toString 1e21 }} {{ 1e6 }} {{ 0.000001 }} {{ 1e20 }} {{ 100000.0 }} {{ 1234567.0 }} ~ 1 1e+21 1e+06 1e-06 1e+20 100000 1.234567e+06",
        "{{ toJson 1e21 }} {{ toJson 1e20 }} {{ toJson 0.000001 }} {{ toJson 0.0000001 }} {{ toJson 1.50 }} {{ toJson \"\\u2028<\\u0001\\\"\\\\\\t\" }} ~ 1e+21 100000000000000000000 0.000001 1e-7 1.5 \"\\u2028\\u003c\\u0001\\\"\\\\\\t\"",
        "{{ .list | first }}{{ .list|last }}{{ -1 }}{{+1}}{{ .number}}{{- 3 }}{{ 4 -}} x ~ ab-114234x",
        "{{ snakecase \"FirstName\" }} {{ snakecase \"HTTPServer2Go\" }} {{ camelcase \"http_server\" }} {{ kebabcase \"FirstName\" }} {{ title \"a bc\" }} {{ untitle \"A Bc\" }} {{ initials \"First Try\" }} {{ swapcase \"aBc\" }} ~ first_name http_server2_go HttpServer first-name A Bc a bc FT AbC",
        "{{ abbrev 5 \"hello world\" }} {{ abbrev 3 \"hello\" }} {{ abbrev 4 \"hello\" }} {{ abbrevboth 5 10 \"1234 5678 9123\" }} {{ nospace \"a b c\" }} {{ wrap 5 \"hello world foo\" }} {{ wrapWith 3 \"-\" \"hello world\" }} ~ he... hello h... ...5678... abc hello\\nworld\\nfoo hel-lo-wor-ld",
        "{{ substr 0 3 \"hello\" }} {{ substr 2 -1 \"hello\" }} {{ substr -1 2 \"hello\" }} {{ trunc 2 \"hello\" }} {{ trunc -2 \"hello\" }} {{ trunc 10 \"hello\" }} {{ repeat 3 \"ab\" }} {{ indent 2 \"a\" }} {{ nindent 1 \"a\" }} ~ hel llo he he lo hello ababab   a \\n a",
        "{{ trimAll \"-\" \"--a-\" }} {{ trimSuffix \"-\" \"a--\" }} {{ trimPrefix \"-\" \"--a\" }} {{ plural \"one\" \"many\" 1 }} {{ plural \"one\" \"many\" 2 }} {{ cat \"a\" 1 }} {{ contains \"a\" \"cat\" }} {{ hasPrefix \"c\" \"cat\" }} {{ hasSuffix \"t\" \"cat\" }} ~ a a- -a one many a 1 true true true",
        "{{ seq 5 }}|{{ seq 1 3 }}|{{ seq 3 1 }}|{{ seq 0 2 6 }}|{{ seq 5 -2 1 }}|{{ untilStep 0 10 3 }}|{{ until 3 }}|{{ untilStep 3 0 -1 }} ~ 1 2 3 4 5|1 2 3|3 2 1|0 2 4 6|5 3 1|[0 3 6 9]|[0 1 2]|[3 2 1]",
        "{{ add 1 2 3 }} {{ sub 5 2 }} {{ mul 2 3 4 }} {{ div 7 2 }} {{ mod 7 3 }} {{ max 1 5 3 }} {{ min 4 2 3 }} {{ add1 4 }} {{ ceil 1.2 }} {{ floor 1.8 }} {{ round 1.2345 2 }} {{ round 1.5 0 }} {{ round 0.5 0 }} {{ round -1.5 0 }} {{ addf 1.5 2 }} {{ subf 3 1.5 }} {{ mulf 1.5 2 }} {{ divf 3 2 }} {{ maxf 1 2.5 }} {{ minf 1 2.5 }} ~ 6 3 24 3 1 5 2 5 2 1 1.23 2 1 -2 3.5 1.5 3 1.5 2.5 1",
        "{{ int64 \"12\" }} {{ atoi \"12\" }} {{ atoi \"x\" }} {{ toDecimal \"0777\" }} {{ toDecimal \"8\" }} {{ float64 \"1.5\" }} {{ int 1.9 }} {{ int true }} ~ 12 12 0 511 0 1.5 1 1",
        "{{ list 1 2 3 | rest }} {{ list 1 2 3 | initial }} {{ append (list 1) 2 }} {{ prepend (list 1) 2 }} {{ concat (list 1) (list 2 3) }} {{ reverse (list 1 2 3) }} {{ uniq (list 1 2 1) }} {{ without (list 1 2 3) 2 }} {{ has 2 (list 1 2) }} {{ compact (list 0 1 \"\" \"a\") }} {{ slice (list 1 2 3 4) 1 3 }} {{ chunk 2 (list 1 2 3) }} {{ index (list 1 2 3) 1 }} {{ join \"-\" (list 1 2) }} {{ sortAlpha (list \"b\" \"a\") }} ~ [2 3] [1 2] [1 2] [2 1] [1 2 3] [3 2 1] [1 2] [1 3] true [1 a] [2 3] [[1 2] [3]] 2 1-2 [a b]",
        "{{ dict \"a\" 1 | keys }} {{ get (dict \"a\" 1) \"a\" }} {{ get (dict) \"a\" }} {{ hasKey (dict \"a\" 1) \"a\" }} {{ pluck \"a\" (dict \"a\" 1) (dict \"b\" 2) (dict \"a\" 3) }} {{ pick (dict \"a\" 1 \"b\" 2) \"a\" }} {{ omit (dict \"a\" 1 \"b\" 2) \"a\" }} {{ dig \"a\" \"b\" \"x\" (dict \"a\" (dict \"b\" 1)) }} {{ dig \"a\" \"c\" \"x\" (dict \"a\" (dict \"b\" 1)) }} {{ values (dict \"a\" 1) }} ~ [a] 1  true [1 3] map[a:1] map[b:2] 1 x [1]",
        "{{ default 1 0 }} {{ default 1 2 }} {{ empty 0 }} {{ coalesce 0 \"\" 3 }} {{ ternary 1 2 true }} {{ all 1 0 }} {{ any 0 1 }} {{ kindOf 1 }} {{ kindIs \"int\" 1 }} {{ typeOf 1.5 }} {{ deepEqual (list 1) (list 1) }} ~ 1 2 true 3 1 false true int true float64 true",
        "{{ b64enc \"a\" }} {{ b64dec \"YQ==\" }} {{ sha1sum \"a\" }} {{ adler32sum \"a\" }} {{ urlquery \"a b&c\" }} {{ html \"<a>\" }} {{ js \"a'b\" }} {{ squote 1 }} {{ quote \"a\" nil 1 }} {{ len \"abc\" }} {{ not true }} {{ and 1 0 }} {{ or 0 2 }} ~ YQ== a 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8 6422626 a+b%26c &lt;a&gt; a\\'b '1' \"a\" \"1\" 3 false 0 2",
        "{{ eq 1 1 }} {{ eq 1 2 1 }} {{ ne 1 2 }} {{ lt 1 2 }} {{ le 2 2 }} {{ gt 2 1 }} {{ ge 1 2 }} {{ lt \"a\" \"b\" }} {{ lt 1.5 2.5 }} {{ eq \"a\" \"a\" }} {{ eq true true }} ~ true true true true true true false true true true true"
      })
  void printsWhatSprigPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }
}

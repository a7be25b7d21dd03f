package dev.mayfly.argocd.gotemplate;

import static dev.mayfly.argocd.gotemplate.GoTemplateTest.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go 1.26 with Sprig 3.3.0 was seen to print where arguments are at their limits. */
class SprigEdgesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ swapcase \"\u01c6a\u01c6 \u01c6\" }} ~ \u01c5A\u01c4 \u01c5",
        "{{ title \"\\u0080a \\u00a0b é-cd\" }} ~ \u0080a \u00a0B \u00c9-Cd",
        "{{ dateInZone \"2006-01-02 15:04\" -631152000 \"UTC\" }} {{ dateInZone \"2006-01-02\" 253339228800 \"UTC\" }} ~ 1950-01-01 00:00 9998-01-01",
        "{{ append (list 1) 2 }} {{ prepend (list 1) 2 }} ~ [1 2] [2 1]",
        "{{ until -3 }} {{ until 0 }} {{ until 2 }} ~ [0 -1 -2] [] [0 1]",
        "{{ slice (splitList \",\" \"a,b\") 0 1 | typeOf }} {{ slice (list \"a\") 0 1 | typeOf }} {{ slice (list 1 2 3) 1 }} {{ slice (list 1 2) 2 2 }} {{ slice (list) }} ~ []string []interface {} [2 3] [] <no value>",
        "{{ merge (dict \"a\" (dict \"x\" 1)) (dict \"a\" (dict \"y\" 2 \"x\" 3)) | toJson }} {{ mergeOverwrite (dict \"a\" (dict \"x\" 1)) (dict \"a\" (dict \"y\" 2 \"x\" 3)) | toJson }} ~ {\"a\":{\"x\":1,\"y\":2}} {\"a\":{\"x\":3,\"y\":2}}",
        "{{ merge (dict \"a\" 1) (dict) | toJson }} ~ {\"a\":1}",
        "{{ dig \"a\" \"b\" 1 (dict \"a\" (dict)) }} {{ dig \"a\" 1 (dict) }} {{ dig \"a\" \"b\" 1 (dict \"a\" (dict \"b\" 2)) }} ~ 1 1 2",
        "{{ untilStep 0 5 0 }} {{ untilStep 5 0 0 }} {{ untilStep 3 3 1 }} {{ untilStep 3 3 -1 }} {{ untilStep 0 5 2 }} {{ untilStep 5 0 -2 }} {{ untilStep 0 4 2 }} {{ untilStep 4 0 -2 }} {{ untilStep 0 5 -1 }} {{ untilStep 5 0 1 }} ~ [] [] [] [] [0 2 4] [5 3 1] [0 2] [4 2] [] []",
        "{{ seq 5 5 }} {{ seq 5 1 5 }} {{ seq 3 0 1 }} {{ seq 3 1 1 }} {{ seq 1 -1 3 }} {{ seq 0 }} {{ seq 1 2 }} {{ seq }} {{ seq 1 2 3 4 }} {{ seq -2 }} {{ seq 5 5 5 }} ~ 5 5    1 0 1 2   1 0 -1 -2 5",
        "{{ regexSplit \"a\" \"\" -1 | toJson }} {{ regexSplit \"\" \"\" -1 | toJson }} {{ regexSplit \"x*\" \"a\" 2 | toJson }} {{ regexSplit \"a\" \"xaya\" 2 | toJson }} {{ regexSplit \"a\" \"xaya\" -1 | toJson }} {{ regexSplit \"x*\" \"axb\" -1 | toJson }} {{ regexSplit \"x*\" \"axb\" 2 | toJson }} {{ regexSplit \"x*\" \"axb\" 1 | toJson }} {{ regexSplit \"a\" \"xaya\" 0 | toJson }} {{ regexSplit \"x*\" \"ab\" 3 | toJson }} {{ regexSplit \"x*\" \"ab\" 2 | toJson }} {{ regexSplit \"b*$\" \"ab\" 2 | toJson }} {{ regexSplit \"\" \"ab\" 5 | toJson }} {{ regexSplit \"\" \"ab\" -1 | toJson }} {{ regexSplit \"$\" \"ab\" -1 | toJson }} {{ regexSplit \"$\" \"ab\" 3 | toJson }} ~ [\"\"] [] [\"a\"] [\"x\",\"ya\"] [\"x\",\"y\",\"\"] [\"a\",\"b\"] [\"a\",\"b\"] [\"axb\"] null [\"a\",\"b\"] [\"a\",\"b\"] [\"a\",\"\"] [\"a\",\"b\"] [\"a\",\"b\"] [\"ab\"] [\"ab\"]",
        "{{ regexFindAll \"a\" \"aa\" 0 | toJson }} {{ regexFindAll \"a\" \"aaa\" 2 | toJson }} {{ regexFindAll \"b\" \"aaa\" 2 | toJson }} {{ regexFindAll \"a\" \"aaa\" -1 | toJson }} ~ null [\"a\",\"a\"] null [\"a\",\"a\",\"a\"]",
        "{{ regexMatch \"(\" \"a\" }} {{ regexMatch \"a\" \"a\" }} ~ false true",
        "{{ trunc 0 \"abc\" }}|{{ trunc 3 \"abc\" }}|{{ trunc -3 \"abc\" }}|{{ trunc -4 \"abc\" }} ~ |abc|abc|abc",
        "{{ substr 0 0 \"abc\" }}|{{ substr 2 2 \"abc\" }}|{{ substr 0 3 \"abc\" }}|{{ substr 0 -1 \"abc\" }}|{{ substr 1 9 \"abc\" }}|{{ substr -1 3 \"abc\" }} ~ ||abc|abc|bc|abc",
        "{{ replace \"\" \"-\" \"ab\" }} {{ replace \"a\" \"bb\" \"aba\" }} {{ splitList \"\" \"aé\ud83d\ude00\" }} {{ splitn \",\" 2 \"a,b,c\" }} {{ splitn \",\" 3 \"a,b,c\" }} {{ splitn \"\" 2 \"abc\" }} {{ splitn \"\" 0 \"abc\" }} {{ splitn \"\" -1 \"abc\" }} {{ splitn \"\" 9 \"abc\" }} {{ splitn \",\" 1 \"a,b\" }} {{ split \",\" \"a,b\" }} ~ -a-b- bbbbb [a é \ud83d\ude00] map[_0:a _1:b,c] map[_0:a _1:b _2:c] map[_0:a _1:bc] map[] map[_0:a _1:b _2:c] map[_0:a _1:b _2:c] map[_0:a,b] map[_0:a _1:b]",
        "{{ int 9223372036854775808.0 }} {{ int -9223372036854775808.0 }} {{ int -1e30 }} {{ int 9223372036854774784.0 }} {{ int \"1.0.0\" }} {{ int \"1..\" }} {{ int \"1.0.\" }} {{ int \".0\" }} {{ int \"12.00\" }} {{ int \"0.0\" }} ~ -9223372036854775808 -9223372036854775808 -9223372036854775808 9223372036854774784 0 0 1 0 12 0",
        "{{ regexFindAll \"x*\" \"axb\" -1 | toJson }} {{ regexFindAll \"x*\" \"axb\" 2 | toJson }} {{ regexFindAll \"\" \"\ud83d\ude00a\" -1 | len }} {{ regexSplit \"\" \"\ud83d\ude00a\" -1 | toJson }} {{ regexReplaceAll \"x*\" \"axb\" \"-\" }} {{ regexReplaceAll \"\" \"\ud83d\ude00a\" \"-\" }} ~ [\"\",\"x\",\"\"] [\"\",\"x\"] 3 [\"\ud83d\ude00\",\"a\"] -a-b- -\ud83d\ude00-a-",
        "{{ splitList \"\" \"\" }}|{{ splitList \",\" \"\" }}|{{ splitList \",\" \"a,\" }}|{{ splitList \",\" \",\" }}|{{ splitn \"\" 2 \"\" }}|{{ splitList \",\" \"a\" | len }}|{{ splitn \"ab\" 2 \"ab\" }} ~ []|[]|[a ]|[ ]|map[]|1|map[_0: _1:]",
        "{{ $v := semver \"1.2.3\" }}{{ $v.Compare (semver \"1\") }} {{ with $v }}{{ .Compare (semver \"1\") }}{{ end }} {{ (semver \"1.2.3\").Compare (semver \"1\") }} ~ 1 1 1",
        "{{ $v := semver \"1.2.3\" }}{{ with $v }}{{ .Compare $v }} {{ .Major }}{{ end }} ~ 0 1",
        "{{ b32enc \"abcde\" }} {{ b32enc \"abcdef\" }} ~ MFRGGZDF MFRGGZDFMY======",
        "{{ html \"a\\u0000<>&'\\\"\" }} {{ js \"a<b>'\\\"=\\\\\\n\\u2028\" }} {{ urlquery \"a b\" \"c\" }} ~ a\ufffd&lt;&gt;&amp;&#39;&#34; a\\u003Cb\\u003E\\'\\\"\\u003D\\\\\\u000A\\u2028 a+bc",
        "{{ $d := dict \"a\" (dict \"b\" (list 1 (dict \"c\" 1))) }}{{ $e := deepCopy $d }}{{ $_ := set $e.a \"x\" 1 }}{{ $d | toJson }} {{ $e | toJson }} ~ {\"a\":{\"b\":[1,{\"c\":1}]}} {\"a\":{\"b\":[1,{\"c\":1}],\"x\":1}}",
        "{{ (semver \"1.2.3\").Major }} {{ add (semver \"1.2.3\").Major 1 }} {{ int (semver \"5.2.3\").Major }} {{ eq (semver \"1.2.3\").Major (semver \"1.0.0\").Major }} {{ (semver \"18446744073709551615.0.0\").Major }} {{ (semver \"9223372036854775808.0.0\").Major }} ~ 1 2 5 true 18446744073709551615 9223372036854775808",
        "{{ regexReplaceAll \"(a)(?P<b1>b)\" \"ab\" \"$1x|${1}x|$b1|${b1}|$$|$|$9|${|${9}|$ 1|${1\" }} ~ |ax|b|b|$|$||${||$ 1|${1",
        "{{ addf 0.1 0.2 }} {{ subf 0.3 0.1 }} {{ divf 1 3 }} {{ mulf 1.1 1.1 }} {{ round 2.5 0 }} {{ round -2.5 0 }} {{ round 1.005 2 }} {{ round 123.555 2 0.6 }} {{ floor -1.5 }} {{ ceil -1.5 }} {{ maxf 1 }} {{ minf 3 2 }} {{ round 0.49999 0 }} ~ 0.3 0.2 0.3333333333333333 1.21 3 -3 1 123.55 -2 -1 1 2 0",
        "{{ js \"a\\tb\\r\\u0001\\u001f ~\\u007f\\u0080é\\u00a0\" }} ~ a\\u0009b\\u000D\\u0001\\u001F ~\u007f\\u0080é\\u00A0"
      })
  void printsWhatSprigPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(render(answer.substring(0, at))).isEqualTo(answer.substring(at + 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ merge .values (dict) }} ~ FAILED",
        "{{ .none.b 1 }} ~ ABSENT there is no entry for the key `none`",
        "{{ add (semver \"0.1.0\").Major 1 }} ~ 1",
        "{{ $d := dict \"a\" 1 }}{{ merge $d $d 5 }} ~ FAILED",
        "{{ dig \"a\" 5 \"x\" (dict \"a\" (dict)) }} ~ FAILED",
        "{{ seq 1 2 3 \"x\" }} ~ FAILED",
        "{{ substr -1 4 \"abc\" }} ~ FAILED",
        "{{ dateInZone \"2006\" -631152001 \"UTC\" }} ~ UNVERIFIABLE",
        "{{ dateInZone \"2006\" 253339228801 \"UTC\" }} ~ UNVERIFIABLE",
        "{{ append (until 100000) 1 }} ~ UNVERIFIABLE",
        "{{ untilStep 0 1000000000 1 }} ~ UNVERIFIABLE",
        "{{ join (repeat 600 \"x\") (splitList \",\" (repeat 1000 (print (repeat 600 \"y\") \",\"))) | len }} ~ UNVERIFIABLE",
        "{{ $s := repeat 2000 \"a\" }}{{ replace \"a\" $s $s | len }} ~ UNVERIFIABLE",
        "{{ $s := repeat 2000 \"a\" }}{{ replace \"\" $s $s | len }} ~ UNVERIFIABLE",
        "{{ $s := repeat 700000 \"a\" }}{{ toJson (list $s $s) | len }} ~ UNVERIFIABLE",
        "{{ (semver \"18446744073709551615.0.0\").Major | add 1 }} ~ UNVERIFIABLE",
        "{{ trim }} ~ FAILED `trim` takes 1 arguments, not 0",
        "{{ pluck }} ~ FAILED `pluck` takes at least 1 arguments, not 0",
        "{{ slugify -1 false \"ab\" }} ~ FAILED",
        "{{ derivePassword 1 \"long\" \"a\" \"b\" \"c\" }} ~ UNVERIFIABLE `derivePassword` makes a secret of a master password, and is not computed",
        "{{ typeOf (toDate \"2006-01-02 -0700\" \"2020-01-01 +0000\") }} ~ UNVERIFIABLE `typeOf` of a `time.Time` is not computed",
        "{{ replace \"\" (repeat 1047 \"b\") (repeat 1000 \"a\") | len }} ~ UNVERIFIABLE",
        "{{ b32enc (repeat 700000 \"a\") | len }} ~ UNVERIFIABLE",
      })
  void whatIsBeyondIsNot(String template, String said) {
    assertThat(render(template)).startsWith(said);
  }

  @Test
  void everyFunctionHasAName() {
    assertThat(FunctionCatalogue.names()).contains("lower", "now", "derivePassword");
  }
}

package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapChangesTest {
  private static Execution render(String template) {
    GoValue inner = GoValue.map(new TreeMap<>(Map.of("a", GoValue.of("1"))));
    return TemplateRun.of(
        template, GoValue.map(new TreeMap<>(Map.of("m", inner))), MissingKey.ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{ $d := dict }}{{ $_ := set $d \"k\" \"v\" }}{{ $d.k }}~v",
        "{{ $d := dict \"a\" 1 }}{{ $e := $d }}{{ $_ := unset $d \"a\" }}{{ len $e }}~0",
        "{{ $d := dict \"m\" (dict \"x\" 1) }}{{ $_ := set $d.m \"y\" 2 }}{{ toJson $d }}~{\"m\":{\"x\":1,\"y\":2}}",
        "{{ merge (dict \"a\" \"\" \"b\" 1) (dict \"a\" 2 \"b\" 3 \"c\" 4) | toJson }}~{\"a\":2,\"b\":1,\"c\":4}",
        "{{ mergeOverwrite (dict \"a\" 1) (dict \"a\" \"\") | toJson }}~{\"a\":\"\"}",
        "{{ $d := deepCopy .m }}{{ $_ := set $d \"a\" \"2\" }}{{ $d.a }}{{ .m.a }}~21",
        "{{ $d := merge (dict) .m }}{{ $d.a }}~1"
      })
  void aMapOfTheTemplatesOwnChangesInPlace(String template, String text) {
    assertThat(render(template)).isEqualTo(new Execution.Rendered(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ set .m \"b\" 1 }}",
        "{{ unset .m \"b\" }}",
        "{{ merge .m . }}",
        "{{ merge (dict \"m\" .m) (dict \"m\" (dict \"b\" 2)) }}",
        "{{ $d := dict }}{{ set $d \"d\" $d }}",
        "{{ $d := dict }}{{ merge $d (dict \"d\" (list $d)) }}",
        "{{ $d := dict \"a\" 1 }}{{ merge $d $d }}"
      })
  void whatIsSharedOrHoldsItselfIsNotDecided(String template) {
    assertThat(render(template))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.UNVERIFIABLE));
  }

  /** As Go recurses without an end there, all sets of the controller stand still. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ merge .m . }}",
        "{{ mustMergeOverwrite .m . }}",
        "{{ $d := dict }}{{ set $d \"d\" $d }}"
      })
  void aMapPutIntoItselfIsSaidToEndTheController(String template) {
    assertThat(render(template))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> assertThat(fault.message()).contains("can end the controller"));
  }
}

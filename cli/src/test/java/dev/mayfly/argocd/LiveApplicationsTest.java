package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Applications of a cluster as tools print them, and whose they are. */
class LiveApplicationsTest {
  private static final String ONE =
      """
      {"metadata": {"name": "a", "namespace": "argocd", "ownerReferences": [
        {"kind": "ApplicationSet", "name": "no"},
        {"kind": "ApplicationSet", "name": "s", "controller": true}]}, "spec": {"project": "p"}}\
      """;

  @Test
  void readsAListing() {
    LiveApplications live =
        read("{\"items\": [" + ONE + ", " + ONE.replace("\"a\"", "\"b\"") + "]}");
    assertThat(live.all()).hasSize(2);
    assertThat(live.byName("argocd")).containsOnlyKeys("a", "b");
    assertThat(live.byName("")).containsOnlyKeys("a", "b");
    assertThat(live.byName("other")).isEmpty();
    assertThat(live.ofSet("argocd", "s")).hasSize(2);
    assertThat(live.ofSet("other", "s")).isEmpty();
    assertThat(live.ofSet("argocd", "no")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"s, argocd, false", "t, argocd, true", "s, other, true", "s, '', false"})
  void applicationsAreOfOthersWhereASetHasNone(String name, String namespace, boolean others) {
    Node set =
        ApplicationSetSimulationTest.parse(
            "metadata: {name: " + name + ", namespace: '" + namespace + "'}");
    assertThat(read("{\"items\": [" + ONE + "]}").isOfOthers(set)).isEqualTo(others);
    assertThat(new LiveApplications(List.of()).isOfOthers(set)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"metadata\": {\"name\": \"a\"}}",
        "{\"metadata\": {}, \"spec\": {}}",
        "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"a\"}, \"spec\": {}}"
      })
  void whatIsNotAnApplicationIsRefused(String object) {
    assertThatThrownBy(() -> read("{\"items\": [" + object + "]}"))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> {
              assertThat(e.problems().getFirst().id()).isEqualTo("no-applications");
              assertThat(e.problems().getFirst().message())
                  .contains(object.contains("Pod") ? "holds a `Pod`" : "holds what has no kind");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: Application} | true
          {kind: Pod} | false
          {spec: {project: p}} | true
          {spec: {}} | false
          """)
  void tellsAnApplication(String object, boolean isOne) {
    MapNode map = (MapNode) ApplicationSetSimulationTest.parse(object);
    assertThat(LiveApplications.isOne(map)).isEqualTo(isOne);
  }

  @ParameterizedTest
  @CsvSource({"{kind: Application}, Application", "{kind: ''}, ''"})
  void anApplicationMaySayItsKind(String kind, String ignored) {
    String named = ONE.replaceFirst("\\{", "{\"kind\": \"" + ignored + "\", ");
    assertThat(read("{\"items\": [" + named + "]}").all()).hasSize(1);
  }

  private static LiveApplications read(String json) {
    return LiveApplications.read(
        "f", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}

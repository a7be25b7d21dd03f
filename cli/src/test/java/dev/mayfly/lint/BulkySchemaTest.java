package dev.mayfly.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schemas of definitions are not kept, and nothing else is left out. */
class BulkySchemaTest {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: a.acme.dev}
      spec:
        names: {kind: A}
        versions:
        - name: v1
          schema: {openAPIV3Schema: {type: object, properties: {x: {description: DESCRIPTION}}}}
      """;

  @Test
  void theSchemaOfADefinitionIsDropped() {
    Resource read = read(DEFINITION);
    assertThat(read.textAt("spec", "names", "kind")).isEqualTo("A");
    assertThat(read.textAt("metadata", "name")).isEqualTo("a.acme.dev");
    assertThat(schema(read).entries()).isEmpty();
    assertThat(schema(read).location().line()).isEqualTo(8);
  }

  @Test
  void oneThatLacksAValueIsKept() {
    assertThat(schema(read(DEFINITION.replace("DESCRIPTION", "'<no value>'"))).entries())
        .isNotEmpty();
  }

  @Test
  void otherObjectsMayUseTheWord() {
    Resource read =
        read("apiVersion: acme.dev/v1\nkind: A\nmetadata: {name: a}\nspec: {validation: {x: 1}}");
    assertThat(read.textAt("spec", "validation", "x")).isEqualTo("1");
  }

  private static MapNode schema(Resource definition) {
    return definition.at("spec", "versions") instanceof ListNode list
            && list.items().getFirst().at("schema", "openAPIV3Schema") instanceof MapNode schema
        ? schema
        : new MapNode(List.of(), definition.location());
  }

  private static Resource read(String text) {
    return Corpus.read(Map.of("a.yaml", text.getBytes(UTF_8))).resources().getFirst();
  }
}

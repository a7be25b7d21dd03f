package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.MapOf;
import dev.mayfly.kubernetes.FieldType.OneOf;
import dev.mayfly.kubernetes.FieldType.Plain;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import org.junit.jupiter.api.Test;

class KindTableTest {
  private static final String TABLE =
      """
      # Written by a script from shop 1.2.3-rc. Do not edit.
      kind shop/v1 Cart @1
      also items.colour
      also mode=middling
      @0 name!=s weight=q size=x
      @1 *=* items=[]@0 labels={}s mode=s(fast|slow) open=b count=i ratio=n any=*
      """;

  @Test
  void aLineIsAStructureOfTheKind() {
    Struct cart = KindTable.parse(TABLE).kind("shop/v1", "Cart").orElseThrow();
    Struct item =
        new Struct(
            java.util.Map.of(
                "name", new FieldType.Field(Plain.TEXT, true),
                "weight", new FieldType.Field(Plain.QUANTITY, false),
                "size", new FieldType.Field(Plain.INT_OR_TEXT, false)),
            false);
    assertThat(cart.open()).isTrue();
    assertThat(cart.fields().get("items").type()).isEqualTo(new ListOf(item));
    assertThat(cart.fields().get("labels").type()).isEqualTo(new MapOf(Plain.TEXT));
    assertThat(cart.fields().get("mode").type())
        .isEqualTo(new OneOf(java.util.List.of("fast", "slow")));
    assertThat(cart.fields().get("open").type()).isEqualTo(Plain.BOOLEAN);
    assertThat(cart.fields().get("count").type()).isEqualTo(Plain.INTEGER);
    assertThat(cart.fields().get("ratio").type()).isEqualTo(Plain.NUMBER);
    assertThat(cart.fields().get("any").type()).isEqualTo(Plain.ANYTHING);
  }

  @Test
  void whatOnlyAnotherReleaseHasIsKnownOfIt() {
    KindTable table = KindTable.parse(TABLE);
    assertThat(table.release()).isEqualTo("1.2.3-rc");
    KnownKind cart =
        new KnownKind(
            table.kind("shop/v1", "Cart").orElseThrow(),
            "shop",
            table.release(),
            table.elsewhere());
    assertThat(elsewhere(cart, "{open: true, items: [{name: a, colour: x}]}")).isTrue();
    assertThat(elsewhere(cart, "{open: true, items: [{name: a, color: x}]}")).isFalse();
    assertThat(elsewhere(cart, "{mode: middling}")).isTrue();
    assertThat(elsewhere(cart, "{mode: other}")).isFalse();
    assertThat(elsewhere(cart, "{items: [{colours: x}]}")).isFalse();
    assertThat(elsewhere(cart, "{count: middling}")).isFalse();
  }

  private static boolean elsewhere(KnownKind kind, String text) {
    Node node = new YamlReader(Budget.LINT).read(new Source("a", text)).documents().getFirst();
    return kind.isKnownElsewhere(FieldCheck.check(node, kind.type()).getFirst());
  }

  @Test
  void theTablesSayOfWhichReleaseTheyAre() {
    assertThat(Kinds.known("argoproj.io/v1alpha1", "Application").orElseThrow().release())
        .matches("\\d+\\.\\d+\\.\\d+");
    assertThat(Kinds.known("v1", "Pod").orElseThrow().release()).matches("\\d+\\.\\d+");
  }

  @Test
  void aKindThatNoTableHasIsNotKnown() {
    assertThat(KindTable.parse(TABLE).kind("shop/v2", "Cart")).isEmpty();
    assertThat(Kinds.find("example.com/v1", "Cart")).isEmpty();
    assertThat(Kinds.find("", "")).isEmpty();
    assertThat(Kinds.find("/", "Pod")).isEmpty();
    assertThatThrownBy(() -> KindTable.load("none")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyProductsTableIsRead() {
    assertThat(Kinds.find("argoproj.io/v1alpha1", "ApplicationSet")).isPresent();
    assertThat(Kinds.find("cert-manager.io/v1", "Certificate")).isPresent();
    assertThat(Kinds.find("postgresql.cnpg.io/v1", "Cluster")).isPresent();
    assertThat(Kinds.find("gateway.envoyproxy.io/v1alpha1", "SecurityPolicy")).isPresent();
    assertThat(Kinds.find("external-secrets.io/v1", "ExternalSecret")).isPresent();
    assertThat(Kinds.find("snapshot.storage.k8s.io/v1", "VolumeSnapshot")).isPresent();
    assertThat(Kinds.find("gateway.networking.k8s.io/v1", "HTTPRoute")).isPresent();
    assertThat(Kinds.find("v1", "Pod")).isPresent();
    assertThat(Kinds.find("apps/v1", "Deployment")).isPresent();
  }
}

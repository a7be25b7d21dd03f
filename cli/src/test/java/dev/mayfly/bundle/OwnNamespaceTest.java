package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An object that names a namespace names the preview's. */
class OwnNamespaceTest {
  @Test
  void anotherNamespaceIsRefusedWhereItStands() {
    String service = "apiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: other}\n";
    assertThat(BundleCase.directory().object(service).problems())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.message())
              .isEqualTo("Service `x` asks for namespace `other`, not the preview's own");
          assertThat(it.location()).hasToString(BundleCase.PATH + "/more.yaml:3:32");
        });
    assertThat(BundleCase.directory().object(service.replace("other", "pr-7-orders")).problems())
        .isEmpty();
  }
}

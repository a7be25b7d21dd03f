package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform brings is offered to who asks for something of its kind. */
class ProvidersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          containers: [{name: a, envFrom: [{secretRef: {name: nowhere}}]}] | the platform brings `database`, `object-store`; else bring it
          containers: [{name: a, envFrom: [{configMapRef: {name: nowhere}}]}] | the platform brings `bindings`; else bring it
          serviceAccountName: nowhere | bring it
          """)
  void namesOfTheKindAreOffered(String pod, String hint) {
    assertThat(
            BundleCase.directory()
                .object(
                    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: more}\nspec: {replicas: 0, template: {spec: {%s}}}\n"
                        .formatted(pod))
                .problems())
        .singleElement()
        .satisfies(it ->
            assertThat(it.hint())
                .isEqualTo(
                    hint + ", mark it `optional`, or let an admin list it in `bindings.provided`"));
  }
}

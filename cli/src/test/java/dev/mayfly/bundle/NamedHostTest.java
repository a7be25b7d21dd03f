package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where settings may stand, how long their names are, and what to do about what they name. */
class NamedHostTest {
  @Test
  void whatASecretSaysInPlainTextIsRead() {
    String secret =
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n%s: {DB_HOST: db.acme.dev}\n";
    assertThat(CutOffCase.said(BundleCase.directory().object(secret.formatted("stringData"))))
        .containsExactly("db.acme.dev");
    assertThat(CutOffCase.said(BundleCase.directory().object(secret.formatted("data")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"120, true", "121, false"})
  void keysOfUsualLengthAreRead(int before, boolean read) {
    assertThat(CutOffCase.said(CutOffCase.config("X".repeat(before) + "_DB_HOST", "db.acme.dev")))
        .hasSize(read ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          svc.acme.dev | let previews out by `namespace.egress`: `{cidr: ..., port: ...}` for its addresses, or `{internet: true, ports: [...]}`
          db.acme.dev:5432 | let previews out by `namespace.egress`: `{cidr: ..., port: 5432}` for its addresses, or `{internet: true, ports: [5432]}`
          db.data.svc:5432 | let previews out by `namespace.egress: [{namespace: data, port: 5432}]`
          """)
  void theWayOutIsNamed(String host, String hint) {
    List<Problem> problems = CutOffCase.config("DB_HOST", host).problems();
    assertThat(problems).singleElement().satisfies(it -> assertThat(it.hint()).isEqualTo(hint));
  }
}

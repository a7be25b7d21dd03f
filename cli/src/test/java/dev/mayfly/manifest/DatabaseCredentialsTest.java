package dev.mayfly.manifest;

import static dev.mayfly.manifest.Rendered.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a preview gets at a database of another namespace, and what it may leave there. */
class DatabaseCredentialsTest {
  private static final Set<String> DATABASE_KINDS =
      Set.of(
          "Backup",
          "Cluster",
          "Database",
          "DatabaseRole",
          "Password",
          "ExternalSecret",
          "NetworkPolicy");
  private static final String EPHEMERAL =
      """
            mode: ephemeral
            storage: {size: 1Gi}
            image: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:a942b37ccfaf5a813b1432caa209a43b9d144e47ad0de1549c289c253e556cd5
      """
          .indent(2);

  static Stream<Rendered> previews() {
    return Stream.of(
        Rendered.example("primitives"), Rendered.example("monolith-overlay"), ephemeral());
  }

  @Test
  void cloneElsewhereIsReadFromTheSecretThatCloudNativePgMakes() {
    Node secret = Rendered.example("monolith-overlay").inPreview("bindings-database.yaml");
    assertThat(text(secret, "kind")).isEqualTo("ExternalSecret");
    assertThat(text(secret, "metadata", "namespace")).isEqualTo("pr-7-monolith");
    assertThat(text(secret, "spec", "target", "name")).isEqualTo("database");
    assertThat(text(secret, "spec", "secretStoreRef", "name")).isEqualTo("preview-db");
    assertThat(remoteKeys(secret)).containsOnly("monolith-pg-pr-7-app");
  }

  @Test
  void sharedDatabaseIsReadFromItsOwnRolesSecret() {
    Node secret = Rendered.example("primitives").inPreview("bindings-database.yaml");
    assertThat(text(secret, "metadata", "namespace")).isEqualTo("pr-7-orders");
    assertThat(remoteKeys(secret)).containsOnly("orders-pr-7-role");
  }

  /** A password that is made again on every refresh would lock the preview out. */
  @Test
  void passwordOfASharedDatabaseIsMadeOnceAndWhereTheDatabaseIs() {
    Rendered rendered = Rendered.example("primitives");
    Node secret = rendered.inPreview("database-role-secret.yaml");
    assertThat(text(secret, "spec", "refreshPolicy")).isEqualTo("CreatedOnce");
    assertThat(text(secret, "metadata", "namespace")).isEqualTo("databases");
    assertThat(text(rendered.inPreview("database-password.yaml"), "metadata", "namespace"))
        .isEqualTo("databases");
    assertThat(text(rendered.inPreview("database-role.yaml"), "spec", "passwordSecret", "name"))
        .isEqualTo(text(secret, "spec", "target", "name"));
  }

  @Test
  void roleOfASharedDatabaseMayDoNothingElse() {
    Node role = Rendered.example("primitives").inPreview("database-role.yaml");
    for (String right :
        new String[] {"superuser", "createdb", "createrole", "replication", "bypassrls"}) {
      assertThat(text(role, "spec", right)).as(right).isEqualTo("false");
    }
    assertThat(text(role, "spec", "databaseRoleReclaimPolicy")).isEqualTo("delete");
  }

  @Test
  void databaseInThePreviewsOwnNamespaceNeedsNoCopy() {
    assertThat(ephemeral().preview()).doesNotContainKey("bindings-database.yaml");
    assertThat(Rendered.example("monolith").set().keySet())
        .noneMatch(path -> path.endsWith("bindings-database.yaml"));
  }

  @ParameterizedTest
  @MethodSource("previews")
  void elsewhereAreOnlyDatabaseObjectsOfThisPreview(Rendered rendered) {
    String own =
        rendered
            .loaded()
            .blueprints()
            .getFirst()
            .names()
            .namespace()
            .toString()
            .replace("<number>", "7");
    for (Node object : rendered.objects()) {
      String namespace = text(object, "metadata", "namespace");
      boolean elsewhere = !text(object, "kind").equals("Namespace") && !namespace.equals(own);
      if (elsewhere) {
        assertThat(text(object, "kind")).isIn(DATABASE_KINDS);
        assertThat(text(object, "metadata", "name")).contains("-pr-7");
      }
    }
  }

  /** The database follows the pull request; a push must not make another clone. */
  @ParameterizedTest
  @MethodSource("previews")
  void databaseObjectsDoNotDependOnTheHead(Rendered rendered) {
    for (Node object : rendered.objects()) {
      assertThat(object.location().source().text()).doesNotContain("1e".repeat(20));
    }
  }

  @ParameterizedTest
  @MethodSource("previews")
  void noPasswordIsWrittenDown(Rendered rendered) {
    assertThat(rendered.objects()).extracting(node -> text(node, "kind")).doesNotContain("Secret");
  }

  private static Rendered ephemeral() {
    String text = Rendered.edited("primitives");
    return Rendered.of(
        text.substring(0, text.indexOf("        mode: shared")) + EPHEMERAL, LivePreviews.NONE);
  }

  private static Set<String> remoteKeys(Node secret) {
    return Set.copyOf(
        Rendered.items(secret, "spec", "data").stream()
            .map(item -> text(item, "remoteRef", "key"))
            .toList());
  }
}

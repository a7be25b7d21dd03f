package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.PreviewNames.DatabaseNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The longest names that fit, with the ten digits of the largest number, and one letter more. */
class NamerTest {
  private static final String CHECK =
      " && apps.0.database.migrationCheck: {table: t, image: 'ghcr.io/acme/pg:17.5@sha256:"
          + "1".repeat(64)
          + "'}";
  private static final PlatformCase EPHEMERAL =
      PRIMITIVES.with(
          "apps.0.database: {mode: ephemeral, storage: {size: 1Gi}, image: 'ghcr.io/acme/pg:17.5@sha256:"
              + "1".repeat(64)
              + "'}");

  @ParameterizedTest
  @CsvSource({
    "PRIMITIVES, application, 63",
    "PRIMITIVES, namespace, 63",
    "PRIMITIVES, host, 63",
    "PRIMITIVES, database, 58",
    "CLONE, application, 53",
    "CLONE, database, 50",
    "EPHEMERAL, database, 50",
    "SHARED, application, 53"
  })
  void aNameIsSoLong(String platform, String what, int longest) {
    PlatformCase base =
        switch (platform) {
          case "CLONE" -> CLONE;
          case "SHARED" -> SHARED.with("namespace.name: monolith");
          case "EPHEMERAL" -> EPHEMERAL;
          default -> PRIMITIVES;
        };
    assertThat(base.with(name(what, longest)).said()).noneMatch(it -> it.startsWith("name-limit"));
    assertThat(base.with(name(what, longest + 1)).said()).contains("name-limit naming." + what);
  }

  /** The Jobs of a migration check carry it in a shared namespace only. */
  @Test
  void jobsAddTheirEnding() {
    assertThat(SHARED.with(name("application", 45) + CHECK).said())
        .containsExactly("shared-namespace namespace.strategy");
    assertThat(SHARED.with(name("application", 46) + CHECK).said())
        .contains("name-limit naming.application");
    CLONE.says(name("application", 53) + CHECK, "");
  }

  @Test
  void saysWhetherTheNumberIsMissing() {
    assertThat(PRIMITIVES.with("naming.application: web").problems().getFirst().hint())
        .startsWith("put `${pr.number}`");
    assertThat(PRIMITIVES.with(name("application", 64)).problems().getFirst().hint())
        .startsWith("names are proven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -${pr.number}.preview.example.dev | host-with-domain naming.host
          -${pr.number}.x | host-of-two-labels naming.host
          -${pr.number}.api | host-beyond-access naming.host
          -${pr.number} | name-limit naming.host
          """)
  void aHostIsToldOneThing(String host, String said) {
    PRIMITIVES.says(
        "exposure.wildcards: [api.preview.example.dev] && naming.host: \"" + host + "\"", said);
  }

  @Test
  void aDatabasesSecretIsTheOperatorsWhereThatMakesOne() {
    assertThat(secret(PRIMITIVES)).isEqualTo("database true true");
    assertThat(secret(CLONE)).isEqualTo("database true true");
    assertThat(secret(SHARED)).isEqualTo("monolith-pg-pr-<number>-app false false");
    assertThat(secret(EPHEMERAL)).isEqualTo("orders-pr-<number>-app false false");
    Blueprint none = PRIMITIVES.with("apps.0.database: -").loaded().blueprints().getFirst();
    assertThat(none.bringsDatabaseSecret()).isFalse();
    String beside =
        "apps.0.database: {mode: shared, source: shared-pg, sourceNamespace: monolith, credentials:"
            + " {store: s}} && apps.0.values: -";
    assertThat(secret(SHARED.with(beside))).isEqualTo("monolith-pr-<number>-database true false");
  }

  @Test
  void aDatabaseOfOnesOwnIsCalledAsItIsWrittenAndOneThatIsSharedAsThePreview() {
    DatabaseNames own = names(EPHEMERAL);
    assertThat(own.database() + " " + own.owner()).isEqualTo("app app");
    DatabaseNames clone = names(CLONE);
    assertThat(clone.database() + " " + clone.owner()).isEqualTo("monolith monolith");
    DatabaseNames shared = names(PRIMITIVES);
    assertThat(shared.database()).isEqualTo(shared.object().replace('-', '_'));
    assertThat(shared.owner()).isEqualTo(shared.database()).isNotEqualTo(shared.object());
  }

  private static DatabaseNames names(PlatformCase written) {
    return written.loaded().blueprints().getFirst().names().database().orElseThrow();
  }

  /** What a container of ours does not say, it gets from the namespace of the preview. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          capacity.memory: 256Mi |
          capacity.memory: 255Mi | capacity-too-small capacity.memory
          namespace.quota.limits~1memory: 556Mi && apps.0.database.limits: {memory: 300Mi} |
          namespace.quota.limits~1memory: 555Mi && apps.0.database.limits: {memory: 300Mi} | quota-too-small namespace.quota.limits~1memory
          capacity.memory: 168Mi && apps.0.database.requests: {memory: 40Mi} |
          capacity.memory: 167Mi && apps.0.database.requests: {memory: 40Mi} | capacity-too-small capacity.memory
          """)
  void aDatabaseGetsDefaults(String change, String said) {
    EPHEMERAL.says(change, said);
  }

  private static String secret(PlatformCase platform) {
    Blueprint blueprint = platform.loaded().blueprints().getFirst();
    return blueprint.names().database().orElseThrow().secret()
        + " "
        + blueprint.bringsDatabaseSecret()
        + " "
        + blueprint.hasDatabaseElsewhere();
  }

  private static String name(String what, int length) {
    return "naming." + what + ": \"" + "a".repeat(length - 10) + "${pr.number}\"";
  }
}

package dev.mayfly.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mayfly.access.Certificates;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.image.TaggedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a registry with TLS on this machine, which answers right and wrong. */
class TagResolverTest {
  @TempDir static Path keys;
  @TempDir Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = Certificates.in(keys);
  }

  private String resolve(StubRegistry registry, Duration limit) {
    RegistryAccess access =
        new RegistryAccess(
            Optional.of(certificates.authority()),
            List.of(folder.resolve("config.json")),
            limit,
            Activity.SILENT);
    TaggedImage image = TaggedImage.parse(registry.host() + "/acme/orders:1.4.2").orElseThrow();
    return new TagResolver(access).resolve(image).text();
  }

  private String resolve(StubRegistry registry) {
    return resolve(registry, Duration.ofSeconds(20));
  }

  private void refuses(StubRegistry.Manners manners, Duration limit, String words)
      throws Exception {
    try (StubRegistry registry = new StubRegistry(certificates, manners)) {
      assertThatExceptionOfType(ProblemsException.class)
          .isThrownBy(() -> resolve(registry, limit))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.REMOTE))
          .withMessage(
              "the registry `%s` %s",
              registry.host(), words.replace("IMAGE", registry.host() + "/acme/orders:1.4.2"));
    }
  }

  private void refuses(StubRegistry.Manners manners, String words) throws Exception {
    refuses(manners, Duration.ofSeconds(20), words);
  }

  @Test
  void readsTheDigestOfAHead() throws Exception {
    try (var registry = new StubRegistry(certificates, StubRegistry.digest(StubRegistry.DIGEST))) {
      assertThat(resolve(registry)).isEqualTo(StubRegistry.DIGEST);
      assertThat(registry.seen()).containsExactly("HEAD /v2/acme/orders/manifests/1.4.2 []");
    }
  }

  @Test
  void asksForATokenAsAnybodyMay() throws Exception {
    try (var registry = new StubRegistry(certificates, StubRegistry.withTokens("null"))) {
      assertThat(resolve(registry)).isEqualTo(StubRegistry.DIGEST);
      assertThat(registry.seen()).last().asString().endsWith("[Bearer let-me-in]");
    }
  }

  @Test
  void logsInWithTheCredentialsOfDockerLogin() throws Exception {
    String secret =
        Base64.getEncoder().encodeToString("bot:hunter2".getBytes(StandardCharsets.UTF_8));
    try (var registry =
        new StubRegistry(certificates, StubRegistry.withTokens("Basic " + secret))) {
      Files.writeString(
          folder.resolve("config.json"),
          "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}".formatted(registry.host(), secret));
      assertThat(resolve(registry)).isEqualTo(StubRegistry.DIGEST);
    }
  }

  @Test
  void credentialsOfOneRegistryAreNotForAnother() throws Exception {
    Files.writeString(
        folder.resolve("config.json"), "{\"auths\": {\"ghcr.io\": {\"auth\": \"Ym90OmE=\"}}}");
    try (var registry = new StubRegistry(certificates, StubRegistry.digest(StubRegistry.DIGEST))) {
      resolve(registry);
      assertThat(registry.seen()).allMatch(request -> request.endsWith("[]"));
    }
  }

  @Test
  void saysWhatARegistryRefuses() throws Exception {
    refuses(StubRegistry.status(404), "has no `IMAGE`");
    refuses(StubRegistry.withTokens("nobody"), "does not let you read `IMAGE`");
    refuses(StubRegistry.status(429), "wants fewer requests");
    refuses(StubRegistry.status(500), "answered with status 500");
  }

  @Test
  void takesNothingButADigestThatPins() throws Exception {
    refuses(StubRegistry.digest("sha512:" + "ab".repeat(64)), "gives `IMAGE` no sha256 digest");
    refuses(StubRegistry.status(200), "gives `IMAGE` no sha256 digest");
    refuses(StubRegistry.digest("sha256:ABC"), "gives `IMAGE` no sha256 digest");
    refuses(StubRegistry.digest("latest"), "answered what is not an answer");
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    Duration limit = Duration.ofSeconds(2);
    refuses(StubRegistry.endless(), limit, "did not answer within 2 s");
    refuses((exchange, host) -> Thread.sleep(60_000), limit, "did not answer within 2 s");
    refuses(StubRegistry.redirect("https://HOST/again"), limit, "did not answer within 2 s");
  }

  @Test
  void reachesNobodyWhoseCertificateNobodyVouchesFor() throws Exception {
    try (var registry = new StubRegistry(certificates, StubRegistry.digest(StubRegistry.DIGEST))) {
      var access =
          new RegistryAccess(Optional.empty(), List.of(), Duration.ofSeconds(20), Activity.SILENT);
      TaggedImage image = TaggedImage.parse(registry.host() + "/acme/orders:1").orElseThrow();
      assertThatExceptionOfType(ProblemsException.class)
          .isThrownBy(() -> new TagResolver(access).resolve(image))
          .withMessageEndingWith("cannot be reached");
      assertThat(registry.seen()).isEmpty();
    }
  }
}

package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that the preview's policies let nobody reach is said when it can be known. */
class CutOffTest {
  private static final String EGRESS =
      "    egress:\n      - {namespace: temporal, port: 7233}\n      - {namespace: kafka, port: 9092}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATABASE_URL|postgres://orders:s3cret@db.acme.dev/orders|db.acme.dev:5432",
        "DATABASE_URL|postgresql+asyncpg://orders@db.acme.dev:6432/orders|db.acme.dev:6432",
        "SPRING_DATASOURCE_URL|jdbc:postgresql://db.acme.dev/orders?ssl=true|db.acme.dev:5432",
        "MONGO|mongodb+srv://u:p@cluster0.abc.mongodb.net/x|cluster0.abc.mongodb.net",
        "A|jdbc:sqlserver://db.acme.dev:1433;databaseName=x|db.acme.dev:1433",
        "CACHE|rediss://:p%40ss@cache.acme.dev|cache.acme.dev:6379",
        "A|Host=db.acme.dev;Database=x;Username=u|db.acme.dev",
        "A|Server=tcp:db.acme.dev,1433;Initial Catalog=x|db.acme.dev:1433",
        "DSN|host=10.20.0.5 dbname=x|10.20.0.5",
        "DATABASE_HOST|db.acme.dev|db.acme.dev",
        "PGHOST|10.20.0.5|10.20.0.5",
        "spring.redis.host|cache.acme.dev|cache.acme.dev",
        "KAFKA_BOOTSTRAP_SERVERS|k1.acme.dev:9092|k1.acme.dev:9092",
        "DB_HOST|'[fd00:20::5]:5432'|[fd00:20::5]:5432",
        "DB_HOST|orders-pg.production.svc.cluster.local|orders-pg.production.svc.cluster.local",
        "DB_HOST|orders-pg.production|orders-pg.production"
      })
  void whatASettingNames(String key, String value, String named) {
    assertThat(messages(config(key, value)))
        .containsExactly(
            "ConfigMap `settings` names `"
                + named
                + "`, which the preview's network policies block");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATABASE_URL|postgres://orders@postgres:5432/orders",
        "DATABASE_URL|sqlite:///data/orders.db",
        "DB_HOST|localhost",
        "DB_HOST|127.0.0.1",
        "DB_HOST|/var/run/postgresql",
        "DB_HOST|$(OTHER).acme.dev",
        "DB_HOST|postgres.pr-7-orders.svc",
        "PUBLIC_URL|https://shop.acme.dev",
        "SERVER_HOST|app.acme.dev",
        "ALLOWED_HOSTS|app.acme.dev",
        "SMTP_FROM|shop@acme.dev",
        "A|see postgres docs at acme.dev"
      })
  void whatIsNearOrNoneIsNotSaid(String key, String value) {
    assertThat(config(key, value).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "egress: [{cidr: 10.20.0.0/16, port: 5432}]",
        "egress: [{internet: true, ports: [5432]}]"
      })
  void whatIsLetOutIsNotSaid(String egress) {
    assertThat(messages(config("DB", "postgres://u@db.acme.dev/x"))).hasSize(1);
    assertThat(letOut("DB", "postgres://u@db.acme.dev/x", egress)).isEmpty();
    assertThat(letOut("PGHOST", "db.acme.dev", egress)).isEmpty();
    assertThat(letOut("DB", "mysql://u@db.acme.dev/x", egress)).hasSize(1);
  }

  @Test
  void addressesAreHeldAgainstRanges() {
    String range = "egress: [{cidr: 10.20.0.0/16, port: 5432}]";
    assertThat(letOut("DB", "postgres://u@10.20.0.5/x", range)).isEmpty();
    assertThat(letOut("DB", "postgres://u@10.21.0.5/x", range)).hasSize(1);
    String internet = "egress: [{internet: true, ports: [5432]}]";
    assertThat(letOut("DB", "postgres://u@10.20.0.5/x", internet)).hasSize(1);
    assertThat(letOut("DB", "postgres://u@[2606:50c0::1]/x", internet)).hasSize(1);
  }

  @Test
  void servicesAreHeldAgainstNamespaces() {
    String kafka = "egress: [{namespace: kafka, port: 9092}]";
    assertThat(letOut("A", "kafka://broker.kafka.svc:9092", kafka)).isEmpty();
    assertThat(letOut("A", "kafka://broker.kafka:9092", kafka)).isEmpty();
    assertThat(letOut("A", "kafka://broker-0.broker.kafka.svc.cluster.local:9092", kafka))
        .isEmpty();
    assertThat(letOut("A", "kafka://broker.kafka.svc:9094", kafka)).hasSize(1);
    assertThat(letOut("A", "kafka://broker.queue.svc:9092", kafka)).hasSize(1);
    String internet = "egress: [{internet: true, ports: [9092]}]";
    assertThat(letOut("A", "kafka://broker.kafka.svc:9092", internet)).hasSize(1);
  }

  /** Several, each once, in files too; what is a Secret's is neither known nor shown. */
  @Test
  void everyPlaceIsRead() {
    BundleCase bundle =
        BundleCase.directory()
            .replace(
                "deployment.yaml",
                "        image:",
                "        args: [\"--db=mysql://u:p@c.acme.dev/x\"]\n"
                    + "        env: [{name: DB_HOST, value: \"a.acme.dev:1,b.acme.dev:2\"}, {name: X, value: ''}]\n"
                    + "        image:")
            .platform("resources:\n", "resources:\n        - {group: \"\", kind: ConfigMap}\n")
            .object(
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: files}\ndata:\n  app.properties: |\n"
                    + "    # db.host=old.acme.dev\n    db.host=d.acme.dev\n    db.host = d.acme.dev\n"
                    + "    spring.datasource.url: jdbc:mariadb://e.acme.dev/x\n    name: x\n");
    assertThat(messages(bundle))
        .extracting(it -> it.replaceAll("^[^`]*`[a-z]*` names `([^`]*)`.*", "$1"))
        .containsExactlyInAnyOrder(
            "c.acme.dev:3306", "a.acme.dev:1", "b.acme.dev:2", "d.acme.dev", "e.acme.dev:3306");
    assertThat(bundle.problems()).allMatch(it -> it.severity() == Severity.WARNING);
  }

  /** What the platform itself binds is held against what it lets out. */
  @Test
  void bindingsAreReadToo() {
    assertThat(messages(BundleCase.directory().platform(EGRESS, "")))
        .containsExactly(
            "ConfigMap `bindings` names `kafka-bootstrap.kafka:9092`, which the preview's network policies block");
  }

  /** Settings are a pull request's own text, and cost no more than their length. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "DB_", "DB_HOST=a.b,", "redis://", "a.", "host=a;", "@"})
  @Timeout(30)
  @Tag("slow")
  void longTextsAreReadOnce(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    ScalarNode node = new ScalarNode(text, false, Location.ofFile("x"));
    assertThat(ConnectionText.hosts("DB_HOST", node)).hasSizeLessThan(33);
    assertThat(ConnectionText.hosts(text, node)).hasSizeLessThan(33);
  }

  /** Bundles and admins may bring policies of their own. */
  @Test
  void aPolicyOfTheBundleCounts() {
    String policy =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: db}\nspec: {podSelector:"
            + " {matchLabels: {app: orders}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 5432}]}]}\n";
    BundleCase bundle =
        BundleCase.directory()
            .replace(
                "deployment.yaml",
                "        image:",
                "        env: [{name: PGHOST, value: db.acme.dev}]\n        image:");
    assertThat(messages(bundle)).hasSize(1);
    assertThat(
            messages(
                bundle
                    .platform(
                        "resources:\n",
                        "resources:\n        - {group: networking.k8s.io, kind: NetworkPolicy}\n")
                    .object(policy)))
        .isEmpty();
  }

  private static BundleCase config(String key, String value) {
    return BundleCase.directory()
        .platform("resources:\n", "resources:\n        - {group: \"\", kind: ConfigMap}\n")
        .object(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  \"%s\": \"%s\"\n"
                .formatted(key, value));
  }

  private static List<String> letOut(String key, String value, String egress) {
    return messages(config(key, value).platform(EGRESS, "    " + egress + "\n")).stream()
        .filter(it -> it.contains("`settings`"))
        .toList();
  }

  private static List<String> messages(BundleCase bundle) {
    return bundle.problems().stream()
        .filter(it -> it.id().equals("cut-off"))
        .map(Problem::message)
        .toList();
  }
}

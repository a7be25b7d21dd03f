package dev.mayfly.bundle;

import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What settings say of databases, queues and caches: URLs of their schemes, {@code host=} in
 * strings of libpq and .NET, and hosts under keys such as {@code DATABASE_HOST}.
 */
final class ConnectionText {
  /** Ports that a scheme stands for; what has none here says it itself. */
  private static final Map<String, Integer> PORTS =
      Map.ofEntries(
          Map.entry("postgres", 5432),
          Map.entry("postgresql", 5432),
          Map.entry("mysql", 3306),
          Map.entry("mariadb", 3306),
          Map.entry("sqlserver", 1433),
          Map.entry("mongodb", 27017),
          Map.entry("redis", 6379),
          Map.entry("rediss", 6379),
          Map.entry("amqp", 5672),
          Map.entry("amqps", 5671),
          Map.entry("nats", 4222));

  private static final Pattern URL =
      Pattern.compile(
          "\\b(mongodb\\+srv|postgres|postgresql|mysql|mariadb|sqlserver|mongodb|redis|rediss|amqp|amqps|nats"
              + "|kafka|clickhouse|cassandra|memcached)(?:\\+[a-z0-9]+)?://"
              + "(?:[^\\s/@\"'<>]*+@)?([^\\s/?#;@\"'<>()]++)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAIR =
      Pattern.compile(
          "(?:^|[;\\s\"'])(?:host|server|data source)\\s?=\\s?(?:tcp:)?([A-Za-z0-9._:\\[\\]-]++)(?:,([0-9]{1,5}))?",
          Pattern.CASE_INSENSITIVE);

  /** Only beside one of these a pair is about a database. */
  private static final Pattern DATABASE =
      Pattern.compile(
          "(?:dbname|database|initial catalog|user id|uid)\\s?=", Pattern.CASE_INSENSITIVE);

  static final Pattern LINE =
      Pattern.compile(
          "^[ \\t]*+(?:export )?+([A-Za-z0-9_.-]++)[ \\t]*+[=:][ \\t]*+[\"']?([^\"'\\s]++)",
          Pattern.MULTILINE);

  private static final Pattern KEY =
      Pattern.compile(
          "(.*_)?(PG|DB|DATABASE|DATASOURCE|POSTGRES|POSTGRESQL|MYSQL|MARIADB|MSSQL|SQLSERVER|ORACLE|MONGO|MONGODB"
              + "|REDIS|VALKEY|RABBITMQ|AMQP|KAFKA|NATS|CASSANDRA|CLICKHOUSE|ELASTICSEARCH|OPENSEARCH|MEMCACHED|SMTP|LDAP)"
              + "(_.*)?_?(HOST|HOSTS|HOSTNAME|ADDR|ADDRESS|ENDPOINT|SERVER|SERVERS|BROKERS)");

  private static final Pattern HOST =
      Pattern.compile(
          "(?:\\[([0-9a-f:]++)]|([A-Za-z0-9](?:[A-Za-z0-9_-]|\\.(?!\\.)){0,252}+))(?::([0-9]{1,5}))?");

  /** Longer keys are none of settings, and more hosts of one text are one too many to say. */
  static final int LONGEST_KEY = 128;

  static final int MOST_HOSTS = 32;

  private ConnectionText() {}

  /** What a text under a key names; several lines are a file of such. */
  static List<NamedHost> hosts(String key, ScalarNode text) {
    List<NamedHost> hosts = new ArrayList<>();
    Matcher url = URL.matcher(text.text());
    while (url.find()) {
      Integer port = PORTS.get(url.group(1).toLowerCase(Locale.ROOT));
      list(url.group(2), port == null ? OptionalInt.empty() : OptionalInt.of(port), text, hosts);
    }
    if (DATABASE.matcher(text.text()).find()) {
      Matcher pair = PAIR.matcher(text.text());
      while (pair.find()) {
        String port = pair.group(2);
        list(
            port == null ? pair.group(1) : pair.group(1) + ":" + port,
            OptionalInt.empty(),
            text,
            hosts);
      }
    }
    setting(key, text.text().strip(), text, hosts);
    if (text.text().contains("\n")) {
      Matcher line = LINE.matcher(text.text());
      while (line.find()) {
        setting(line.group(1), line.group(2), text, hosts);
      }
    }
    return hosts.subList(0, Math.min(hosts.size(), MOST_HOSTS));
  }

  private static void setting(String key, String value, ScalarNode text, List<NamedHost> hosts) {
    if (key.length() <= LONGEST_KEY && KEY.matcher(name(key)).matches()) {
      list(value, OptionalInt.empty(), text, hosts);
    }
  }

  /** A key as a variable would have it. */
  static String name(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static void list(
      String written, OptionalInt port, ScalarNode text, List<NamedHost> hosts) {
    for (String one : written.split(",")) {
      Matcher host = HOST.matcher(one.strip());
      if (host.matches()) {
        String name = host.group(1) == null ? host.group(2) : host.group(1);
        String own = host.group(3);
        hosts.add(
            new NamedHost(
                text,
                name,
                own == null ? port : OptionalInt.of(Integer.parseInt(own)),
                NamedHost.Use.DATABASE));
      }
    }
  }
}

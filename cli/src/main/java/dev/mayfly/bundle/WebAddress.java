package dev.mayfly.bundle;

import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web addresses that pods call themselves. Most that settings hold are for browsers, for people or
 * for tokens to name, so that one counts only where that cannot be: a Service of the cluster, a key
 * that only servers have, a Secret beside it, or a program that fetches it.
 */
final class WebAddress {
  private static final String HOST =
      "(\\[[0-9a-f:]++]|[A-Za-z0-9][A-Za-z0-9_.-]{0,252}+)(?::([0-9]{1,5}))?";
  private static final String ADDRESS = "(https?)://(?:[^\\s/@\"'<>]*+@)?" + HOST;
  private static final Pattern FIRST = Pattern.compile(ADDRESS + "(?=[/?#\\s\"'<>)]|$)");
  private static final Pattern WHOLE = Pattern.compile(ADDRESS + "(?:[/?#]\\S*+)?");
  private static final Pattern OPTION = Pattern.compile("--?([A-Za-z0-9._-]{1,128})=(http\\S++)");

  private static final Pattern FETCHING = Pattern.compile("\\b(curl|wget)\\b");

  /** Between commands of a shell; a backslash at the end of a line ends none. */
  private static final Pattern NEXT_COMMAND = Pattern.compile("[;&|]|(?<!\\\\)\n");

  private static final Pattern PROXY = Pattern.compile("(.*_)?(HTTPS?|ALL)_PROXY");
  private static final Pattern OF_SERVERS =
      Pattern.compile(
          "(.*_)?((S3|MINIO|AWS|SQS|SNS|KINESIS|DYNAMODB)(_.*)?_ENDPOINT(_.*)?"
              + "|OTEL_EXPORTER_.*ENDPOINT|OTLP_ENDPOINT"
              + "|(JWKS|JWK_SET|INTROSPECTION)_(URL|URI|ENDPOINT)|RESOURCESERVER_JWT_ISSUER_URI"
              + "|(SLACK|DISCORD|TEAMS|MATTERMOST)(_.*)?_WEBHOOK(_.*)?"
              + "|(VAULT|CONSUL|ELASTIC|ELASTICSEARCH|OPENSEARCH|INFLUX|INFLUXDB|CLICKHOUSE|COUCHDB|SOLR|PUSHGATEWAY"
              + "|LOKI|SCHEMA_REGISTRY)(_.*)?_(URL|URI|ADDR|ADDRESS|HOST|HOSTS|NODES|ENDPOINT))");
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "(.*_)?(PUBLIC|EXTERNAL|BROWSER|FRONTEND|VITE|REACT|VUE|NUXT|GATSBY|EXPO|CORS|ORIGINS?|REDIRECT|CALLBACK"
              + "|DOCS?|DOCUMENTATION|HELP|LINKS?|HOMEPAGE)(_.*)?");

  /** What of a key says that it is an address, and not whose. */
  private static final Pattern KIND =
      Pattern.compile("(_(API|SERVICE|BASE|SERVER|URL|URI|ENDPOINT|HOST|ADDR))+$");

  /** Names that nobody has (RFC 2606, RFC 6761, RFC 6762). */
  private static final Pattern NOBODYS =
      Pattern.compile("(.*\\.)?(example(\\.(com|net|org))?|test|invalid|localhost|local)");

  /** Files that are sent to browsers, or read by people. */
  private static final Pattern SERVED = Pattern.compile(".*\\.(js|mjs|html?|css|md|txt)");

  private WebAddress() {}

  /**
   * Those of a text under a key; several lines are a file of such.
   *
   * @param secrets the names of variables beside it that come from Secrets
   */
  static List<NamedHost> hosts(String key, ScalarNode text, Set<String> secrets) {
    List<NamedHost> hosts = new ArrayList<>();
    setting(key, text.text().strip(), text, secrets, hosts);
    if (text.text().contains("\n") && !SERVED.matcher(key).matches()) {
      Matcher line = ConnectionText.LINE.matcher(text.text());
      while (line.find()) {
        setting(line.group(1), line.group(2), text, secrets, hosts);
      }
    }
    return hosts.subList(0, Math.min(hosts.size(), ConnectionText.MOST_HOSTS));
  }

  /** Those of a command or its arguments. */
  static List<NamedHost> fetched(List<ScalarNode> words) {
    List<NamedHost> hosts = new ArrayList<>();
    boolean fetches = !words.isEmpty() && words.getFirst().text().matches("(/\\S*/)?(curl|wget)");
    for (ScalarNode word : words) {
      Matcher whole = WHOLE.matcher(word.text());
      Matcher option = OPTION.matcher(word.text());
      if (fetches && whole.matches()) {
        add(whole, word, NamedHost.Use.WEB, hosts);
      } else if (option.matches()) {
        setting(option.group(1), option.group(2), word, Set.of(), hosts);
      }
      for (String command : NEXT_COMMAND.split(word.text())) {
        Matcher program = FETCHING.matcher(command);
        Matcher address = FIRST.matcher(command);
        if (program.find() && address.find(program.end())) {
          add(address, word, NamedHost.Use.WEB, hosts);
        }
      }
    }
    return hosts.subList(0, Math.min(hosts.size(), ConnectionText.MOST_HOSTS));
  }

  private static void setting(
      String key, String value, ScalarNode text, Set<String> secrets, List<NamedHost> hosts) {
    Matcher address = WHOLE.matcher(value);
    if (key.length() > ConnectionText.LONGEST_KEY || !address.matches()) {
      return;
    }
    String name = ConnectionText.name(key);
    if (PROXY.matcher(name).matches()) {
      add(address, text, NamedHost.Use.PROXY, hosts);
    } else if (isOfCluster(address.group(2))
        || !OF_PEOPLE.matcher(name).matches()
            && (OF_SERVERS.matcher(name).matches() || hasSecret(name, secrets))) {
      add(address, text, NamedHost.Use.WEB, hosts);
    }
  }

  /** No browser knows such a name. */
  private static boolean isOfCluster(String host) {
    return host.matches(".+\\.svc(\\.cluster\\.local)?");
  }

  private static boolean hasSecret(String name, Set<String> secrets) {
    String whose = KIND.matcher(name).replaceFirst("");
    return !whose.equals(name)
        && secrets.stream().anyMatch(secret -> ConnectionText.name(secret).startsWith(whose + "_"));
  }

  private static void add(
      Matcher address, ScalarNode text, NamedHost.Use use, List<NamedHost> hosts) {
    String host = address.group(2).toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    String port = address.group(3);
    int standard = address.group(1).equals("https") ? 443 : 80;
    if (!NOBODYS.matcher(host).matches() || isOfCluster(host)) {
      hosts.add(
          new NamedHost(
              text, host, OptionalInt.of(port == null ? standard : Integer.parseInt(port)), use));
    }
  }
}

package dev.mayfly.platform;

import dev.mayfly.yaml.Syntax;

/**
 * The forms of the strings in {@code mayfly.yaml}; the JSON Schema holds the same expressions, each
 * under the name of its constant.
 */
public final class Syntaxes {
  private static final String DNS = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  private static final String V4 = OCTET + "(\\." + OCTET + "){3}";

  private static final String GROUP16 = "[0-9a-f]{1,4}";

  /** Eight groups, or fewer around two colons: then there are at most seven colons. */
  private static final String V6 =
      "(?!([^:]*:){8})(G(:G){7}|(G(:G)*)?::(G(:G)*)?)".replace("G", GROUP16);

  public static final Syntax DNS_LABEL =
      Syntax.of(DNS, "a DNS label: at most 63 of a-z, 0-9 and inner hyphens, such as web-preview");
  public static final Syntax APP_NAME =
      Syntax.of(
          "[a-z]([-a-z0-9]{0,29}[a-z0-9])?",
          "an app name: at most 31 of a-z, 0-9 and inner hyphens, first a letter, such "
              + "as web");
  public static final Syntax DOMAIN =
      Syntax.of(
          DNS + "(\\." + DNS + ")+",
          "a lower-case DNS name of two labels or more, such as preview.acme.dev");
  public static final Syntax OBJECT_NAME =
      Syntax.of(DNS + "(\\." + DNS + ")*", "a Kubernetes object name, such as web-tls");
  public static final Syntax VERSION =
      Syntax.of("[0-9]{1,3}\\.[0-9]{1,3}", "a release line such as \"3.5\"");
  public static final Syntax SYNC_TIMEOUT =
      Syntax.of(
          "([1-9][0-9]{0,2}m|([1-9]|1[0-9]|2[0-4])h)",
          "a time from 1m to 999m, or from 1h to 24h, such as 12m");
  public static final Syntax FORGE_URL =
      Syntax.of(
          "(https://[a-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*",
          "an https URL without user, query or final slash (http on this machine only), "
              + "such as https://github.com");
  public static final Syntax KUSTOMIZE_BUILD_OPTION =
      Syntax.of(
          "--(enable-managedby-label|reorder=(none|legacy)|load-restrictor=LoadRestrictionsRootOnly)",
          "an option of kustomize build that runs, fetches and reads nothing more:"
              + " --enable-managedby-label, --reorder=none, --reorder=legacy or"
              + " --load-restrictor=LoadRestrictionsRootOnly");
  static final String GIT =
      "((https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?/[A-Za-z0-9._/~-]+|ssh://([a-z][a-z0-9_-]*@)?[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._/~-]+|[a-z][a-z0-9_-]*@[A-Za-z0-9.-]+:[A-Za-z0-9._/~-]+|file:///[A-Za-z0-9._/~-]+)";
  static final String NAMED =
      "\\.?[A-Za-z0-9_][A-Za-z0-9._-]*(?<!\\.git)(/\\.?[A-Za-z0-9_][A-Za-z0-9._-]*(?<!\\.git))+";

  public static final Syntax GIT_URL =
      Syntax.of(
          GIT,
          "a Git URL (https, ssh or file; http on this machine only) without password or token, such as"
              + " https://github.com/acme/gitops.git");
  public static final Syntax REPOSITORY =
      Syntax.of(NAMED, "a repository of the form owner/name, without .git, such as acme/web");
  public static final Syntax LABEL =
      Syntax.of(
          "[^\\s,\\x00-\\x1f\\x7f-\\x9f]([^,\\x00-\\x1f\\x7f-\\x9f]{0,253}[^\\s,\\x00-\\x1f\\x7f-\\x9f])?",
          "a label of a pull request: one line of at most 255 characters without commas, "
              + "such as `env: preview`");
  public static final Syntax QUANTITY =
      Syntax.of(
          "[0-9]+(\\.[0-9]+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?",
          "a Kubernetes quantity such as 512Mi or \"2\"");
  public static final Syntax RESOURCE_NAME =
      Syntax.of("[a-z][a-z0-9./-]{0,62}", "a resource name such as requests.cpu");
  public static final Syntax COMPUTE = Syntax.of("(cpu|memory)", "cpu or memory");
  public static final Syntax LABEL_KEY =
      Syntax.of(
          "([a-z0-9.-]+/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?",
          "a label key, such as app.kubernetes.io/name");
  public static final Syntax LABEL_TEXT =
      Syntax.of("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?", "a label value, such as web");
  public static final Syntax POD_SECURITY =
      Syntax.of("restricted|baseline|privileged", "restricted, baseline or privileged");
  public static final Syntax IMAGE_ID =
      Syntax.of(
          "[a-z][a-zA-Z0-9]{0,30}",
          "an image id: letters and digits, first a small letter, such as app");
  public static final Syntax IMAGE_NAME =
      Syntax.of(
          "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+",
          "an image name with its registry, without tag or digest, such as " + "ghcr.io/acme/web");
  public static final Syntax IMAGE_PATTERN =
      Syntax.of(
          "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/([a-z0-9][a-z0-9._-]*\\*?|\\*[a-z0-9._-]*))+",
          "an image name with its registry, without tag or digest, where a * in the path "
              + "stands for anything but a slash, such as quay.io/minio/*");
  public static final Syntax SECRET_TYPE =
      Syntax.of(
          "(Opaque|kubernetes\\.io/(dockerconfigjson|tls|basic-auth|ssh-auth))",
          "Opaque, kubernetes.io/dockerconfigjson, kubernetes.io/tls, kubernetes.io/basic-auth or"
              + " kubernetes.io/ssh-auth");
  public static final Syntax PINNED_IMAGE =
      Syntax.of(
          "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+:[0-9][A-Za-z0-9._-]*@sha256:[0-9a-f]{64}",
          "a PostgreSQL image of the form name:17.5@sha256:<64 hex>");
  public static final Syntax PG_IDENTIFIER =
      Syntax.of("[a-z_][a-z0-9_]{0,62}", "a PostgreSQL name of a-z, 0-9 and _, such as orders");
  public static final Syntax PG_TABLE =
      Syntax.of(
          "[a-z_][a-z0-9_]{0,62}(\\.[a-z_][a-z0-9_]{0,62})?",
          "a table of the form schema.table, of a-z, 0-9 and _, such as "
              + "public.schema_migrations");
  public static final Syntax CLUSTER_NAME =
      Syntax.of(
          "[a-z]([-a-z0-9]{0,48}[a-z0-9])?",
          "a CloudNativePG cluster name: at most 50 characters, first a letter, such as "
              + "orders-pg");
  public static final Syntax STORE_KEY =
      Syntax.of(
          "[A-Za-z0-9][A-Za-z0-9._/-]{0,252}",
          "a key of a secret store, such as previews/object-store");
  public static final Syntax SECRET_KEY =
      Syntax.of("[-._a-zA-Z0-9]{1,253}", "a key of a Secret, such as password");
  public static final Syntax CONFIG_KEY =
      Syntax.of(
          "\\.?[-_a-zA-Z0-9][-._a-zA-Z0-9]{0,251}",
          "a key of a ConfigMap: letters, digits and ._-, such as LOG_LEVEL");
  public static final Syntax CRON =
      Syntax.of(
          "[-0-9*,/A-Z]+( [-0-9*,/A-Z?]+){5}",
          "a schedule of six fields, seconds first, such as 0 0 3 * * *");
  public static final Syntax CIDR =
      Syntax.of(
          "(" + V4 + "/(3[0-2]|[12]?[0-9])|" + V6 + "/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))",
          "a range of addresses, of IPv6 in small letters, such as 10.0.0.1/32 or fd00:10::/48");
  public static final Syntax ADDRESS =
      Syntax.of(
          "(" + V4 + "|" + V6 + ")",
          "an address, of IPv6 in small letters, such as 10.96.0.10 or fd00:10::a");
  public static final Syntax GROUP =
      Syntax.of(
          "([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?", "an API group such as apps; the core group is \"\"");
  public static final Syntax KIND =
      Syntax.of("[A-Z][A-Za-z0-9]{0,62}", "a Kubernetes kind, such as Deployment");
  public static final Syntax DIGITS =
      Syntax.of("[1-9][0-9]{0,18}", "a number in quotes, such as \"4711\"");
  public static final Syntax AUDIENCE =
      Syntax.of("[0-9a-f]{64}", "an Access audience tag of 64 hex digits");
  public static final Syntax RULE_ID =
      Syntax.of("[A-Z]{2}[0-9]{3}", "the id of a lint rule such as AS020");
  public static final Syntax REASON =
      Syntax.of(
          "[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]{0,255}",
          "a reason: one line of at most 256 characters, such as our forge needs it");
  public static final Syntax PARAMETER =
      Syntax.of("[ -~]{1,253}", "a line of printable ASCII, such as driver.longhorn.io");
  public static final Syntax NAME_PATTERN =
      Syntax.of("[-a-z0-9._${}A-Z]{1,253}", "a name with placeholders such as ${pr.number}");

  private Syntaxes() {}
}

package dev.mayfly.platform;

import dev.mayfly.template.Text;
import java.util.List;
import java.util.Optional;

/**
 * All names of an app's previews, each with a hole for the pull request's number. The only source
 * of names: whatever is rendered, committed, linted or deleted takes them from here.
 *
 * @param application the Argo CD Application, the Helm release, and the prefix in a shared
 *     namespace
 * @param hosts the full host names below the domain, in the order of the app's routes; one without
 *     routes; none without a domain
 */
public record PreviewNames(
    Text namespace, Text application, List<Text> hosts, Optional<DatabaseNames> database) {
  public PreviewNames {
    hosts = List.copyOf(hosts);
  }

  /**
   * The names of a preview's database.
   *
   * @param object the CloudNativePG object: Cluster, or Database and DatabaseRole
   * @param cluster the cluster that serves it: its own, or the shared one
   * @param namespace where those objects are
   * @param database the PostgreSQL database
   * @param owner the PostgreSQL role
   * @param secret the Secret in the preview's namespace that holds the connection
   */
  public record DatabaseNames(
      Text object, Text cluster, Text namespace, Text database, Text owner, Text secret) {
    /** The Secret that CloudNativePG makes for the owner of a cluster's database. */
    public static Text clusterSecret(Text cluster) {
      return cluster.plus("-app");
    }

    /** The service that answers writes, as other namespaces call it. */
    public Text serviceHost() {
      return cluster.plus("-rw.").plus(namespace).plus(".svc");
    }
  }

  /** The host by which the preview is known. */
  public Optional<Text> host() {
    return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.getFirst());
  }

  public Optional<Text> url() {
    return host().map(host -> Text.of("https://").plus(host));
  }
}

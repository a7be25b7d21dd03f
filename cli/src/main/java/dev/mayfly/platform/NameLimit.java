package dev.mayfly.platform;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each kind of name may be, checked with the largest pull request number. */
public enum NameLimit {
  /** Kubernetes: a DNS-1123 label. */
  NAMESPACE(63, "[a-z0-9]([-a-z0-9]*[a-z0-9])?"),
  /** Also the value of a label, so 63 although an Application's name could be longer. */
  APPLICATION(63, "[a-z]([-a-z0-9]*[a-z0-9])?"),
  /** Helm: a release name has at most 53 characters; it is the Application's name by default. */
  HELM_RELEASE(53, "[a-z]([-a-z0-9]*[a-z0-9])?"),
  /**
   * A Job's name is a label of its pods; those of the migration check begin with the Application's
   * in a shared namespace and end in {@code -migrations-before}.
   */
  SHARED_WITH_JOBS(45, "[a-z]([-a-z0-9]*[a-z0-9])?"),
  /** DNS: one label. */
  HOST_LABEL(63, "[a-z0-9]([-a-z0-9]*[a-z0-9])?"),
  /** DNS: a whole name. */
  HOST(253, "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+"),
  /** CloudNativePG's webhook: a DNS-1035 label of at most 50 characters. */
  CLUSTER(50, "[a-z]([-a-z0-9]*[a-z0-9])?"),
  /**
   * A Secret named after it carries a suffix and goes into a label. The database in PostgreSQL is
   * named the same with underscores, where 63 bytes (NAMEDATALEN - 1) are allowed and more are cut
   * without an error.
   */
  DATABASE_OBJECT(58, "[a-z]([-a-z0-9]*[a-z0-9])?");

  private final int longest;
  private final Pattern form;

  NameLimit(int longest, String form) {
    this.longest = longest;
    this.form = Pattern.compile(form);
  }

  public int longest() {
    return longest;
  }

  /** Why names of this pattern do not fit; empty when all of them do. */
  public Optional<String> violation(Text name) {
    if (!name.carriesNumber()) {
      return Optional.of("`" + name + "` lacks ${pr.number}, so two previews would share it");
    }
    String worst =
        name.bind(fact -> fact instanceof Fact.Number ? PullRequestNumber.LARGEST.toString() : "");
    if (worst.length() > longest) {
      return Optional.of(
          "`%s` has %s characters, at most %s are allowed"
              .formatted(worst, worst.length(), longest));
    }
    if (!form.matcher(worst).matches()) {
      return Optional.of("`" + worst + "` does not match `" + form + "`");
    }
    return Optional.empty();
  }
}

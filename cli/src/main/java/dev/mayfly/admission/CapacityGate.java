package dev.mayfly.admission;

import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all previews together request must fit into what the platform may use. Who was let in is not
 * put out by a capacity that was lowered since; {@code status} shows it.
 */
final class CapacityGate implements Gate {
  @Override
  public String name() {
    return "capacity";
  }

  @Override
  public Answer check(Candidate candidate) {
    Platform platform = candidate.platform();
    if (candidate.holders().contains(candidate.id())) {
      return Answer.pass("it holds its share already");
    }
    List<String> sums = new ArrayList<>();
    for (String resource : List.of("memory", "cpu")) {
      Optional<String> capacity =
          resource.equals("memory") ? platform.capacity().memory() : platform.capacity().cpu();
      if (capacity.isPresent()) {
        Quantity used = Quantity.ZERO;
        for (PreviewId holder : candidate.holders()) {
          used = used.plus(request(platform, platform.app(holder.app()), resource));
        }
        Quantity wanted = request(platform, Optional.of(candidate.app()), resource);
        String sum =
            "%s: %s for others and %s for this one, of %s"
                .formatted(resource, used, wanted, capacity.get());
        if (used.plus(wanted).compareTo(Quantity.parse(capacity.get())) > 0) {
          return Answer.refuse("the previews would not fit: " + sum);
        }
        sums.add(sum);
      }
    }
    return Answer.pass(sums.isEmpty() ? "no capacity is set" : String.join("; ", sums));
  }

  /** What a preview may request at most: its quota, and its database where that runs elsewhere. */
  private static Quantity request(Platform platform, Optional<App> app, String resource) {
    return app.map(a -> PreviewRequests.of(platform, a, resource)).orElse(Quantity.ZERO);
  }
}

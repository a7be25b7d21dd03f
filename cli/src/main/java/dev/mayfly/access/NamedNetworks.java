package dev.mayfly.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The networks from which alone previews may be reached.
 *
 * @param networks ranges and names, as the platform has them
 * @param known a host that answers everybody who has a network at all; without one silence shows
 *     nothing
 */
public record NamedNetworks(ServedDomain served, List<String> networks, Optional<String> known)
    implements Guard {
  public NamedNetworks {
    networks = List.copyOf(networks);
  }

  @Override
  public String words() {
    return "closed to everybody outside " + list();
  }

  /** All of them, quoted. */
  String list() {
    return networks.stream().map(network -> "`" + network + "`").collect(Collectors.joining(", "));
  }
}

package dev.mayfly.access;

/** One thing that must hold at a host. */
interface Check {
  /** Stable name, in kebab case. */
  String id();

  Result of(HostProbe visit);
}

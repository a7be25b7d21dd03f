package dev.mayfly.access;

/** One thing that must hold at a host. */
interface Check {
  Evidence of(HostProbe visit);
}

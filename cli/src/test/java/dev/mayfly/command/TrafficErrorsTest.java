package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Ways in and out of a preview that open more than they say, or nothing. */
class TrafficErrorsTest {
  private static final String EXAMPLE = "shapes/traffic";
  private static final String RANGE = "{cidr: 10.20.30.0/24, port: 5432}";
  private static final String INTERNET = "{internet: true, except: [203.0.113.0/24], ports: [443]}";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> traffic() {
    return ErrorCase.tests(
        "traffic",
        temp,
        List.of(
            range("everywhere", "{cidr: 0.0.0.0/0, port: 443}"),
            range("half-of-everywhere", "{cidr: 128.0.0.0/1, port: 443}"),
            range("metadata-of-machines", "{cidr: 169.254.169.254/32, port: 80}"),
            range("private-by-accident", "{cidr: 172.0.0.0/8, port: 443}"),
            range("everywhere-of-ipv6", "{cidr: '::/0', port: 443}"),
            range("nobody-of-ipv6", "{cidr: '::ffff:0:0/96', port: 443}"),
            range("link-local-of-ipv6", "{cidr: 'fe80::/10', port: 443}"),
            range("private-by-accident-of-ipv6", "{cidr: 'f000::/4', port: 443}"),
            range("wide", "{cidr: 2.0.0.0/7, port: 443}"),
            range("wide-of-ipv6", "{cidr: '2600::/12', port: 443}"),
            range(
                "everywhere-in-parts",
                "{cidr: 3.0.0.0/8, port: 443}\n      - {cidr: 3.1.0.0/16, port: 443}\n"
                    + "      - {cidr: 10.0.0.0/8, port: 443}\n      - {cidr: 4.0.0.0/8, port: 443}"),
            range("azure-credentials", "{cidr: 168.63.128.0/20, port: 80}"),
            range("range-in-capitals", "{cidr: 'FD00::/8', port: 443}"),
            range("range-of-two-gaps", "{cidr: 'fd00::1::/64', port: 443}"),
            range("ipv6-of-a-range", "{cidr: 10.20.30.0/24, ipv6: true, port: 443}"),
            range("no-range", "{cidr: 10.20.30.0, port: 443}"),
            range("no-port", "{cidr: 10.20.30.0/24}"),
            range("two-targets", "{cidr: 10.20.30.0/24, namespace: kafka, port: 443}"),
            range("no-target", "{port: 443}"),
            range("labels-of-a-range", "{cidr: 10.20.30.0/24, podLabels: {a: b}, port: 443}"),
            range(
                "exception-of-a-range", "{cidr: 10.20.30.0/24, except: [10.20.30.7/32], port: 1}"),
            range("twice", "{namespace: kafka, port: 9092}"),
            platform("nothing-of-the-internet", EXAMPLE, "203.0.113.0/24", "0.0.0.0/0"),
            platform(
                "nothing-of-ipv6",
                EXAMPLE,
                "except: [203.0.113.0/24]",
                "ipv6: true, except: ['2000::/3']"),
            platform("exception-of-ipv6", EXAMPLE, "203.0.113.0/24", "'2001:db8::/32'"),
            platform("internet-twice", EXAMPLE, RANGE, INTERNET),
            platform(
                "ingress-twice", EXAMPLE, "ingress:", "ingress:\n      - {namespace: monitoring}"),
            platform(
                "ingress-everywhere",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {cidr: 0.0.0.0/0, ports: [8080]}"),
            platform(
                "ingress-in-halves",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {cidr: 0.0.0.0/1, ports: [8080]}\n      - {cidr: 128.0.0.0/1, ports: [8080]}"),
            platform(
                "ingress-private-by-accident",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {cidr: 172.0.0.0/8, ports: [8080]}"),
            platform(
                "ingress-private-of-ipv6",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {cidr: 'fc00::/6', ports: [8080]}"),
            platform(
                "ingress-wide",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {cidr: 8.0.0.0/8}\n      - {cidr: 9.0.0.0/8}"),
            platform(
                "ingress-two-sources",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {namespace: edge, cidr: 10.30.0.0/24}"),
            platform("ingress-no-source", EXAMPLE, "ingress:", "ingress:\n      - {ports: [8080]}"),
            platform(
                "ingress-labels-of-a-range",
                EXAMPLE,
                "ingress:",
                "ingress:\n      - {cidr: 10.30.0.0/24, podLabels: {a: b}}"),
            platform("ingress-of-nobody", "shapes/ingress", "controller: ingress-nginx ", ""),
            platform("unknown-dns", EXAMPLE, "kind: openshift", "kind: coredns"),
            platform("address-of-dns", EXAMPLE, "kind: openshift", "addresses: [10.96.0.300]")));
  }

  private static ErrorCase range(String name, String written) {
    return platform(name, EXAMPLE, RANGE, written);
  }
}

package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer is that of sprig v3.3.0, called by Argo CD 3.5.1. */
class DateFunctionsTest {
  private static Execution render(String expression) {
    return TemplateRun.of(
        "{{ " + expression + " }}", GoValue.map(new TreeMap<>()), MissingKey.ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dateInZone \"2006-01-02T15:04:05Z07:00\" 0 \"UTC\" | 1970-01-01T00:00:00Z",
        "dateInZone \"Mon, 2 Jan 2006 3:04:05 PM -0700 MST\" 1700000000 \"\" | Tue, 14 Nov 2023 10:13:20 PM +0000 UTC",
        "dateInZone \"Monday _2 January 06 pm Z0700\" 1717200000 \"America/New_York\" | Friday 31 May 24 pm -0400",
        "dateInZone \"Janu _2006 002 __2 .000 .999 ,00x\" 1717200000 \"Asia/Kolkata\" | Janu _2024 153 153 .000  ,00x",
        "date_in_zone \"15h 3h -07:00:00 Z070000\" (int64 86400) \"Asia/Kathmandu\" | 05h 5h +05:30:00 +053000",
        "htmlDateInZone 1717200000 \"Europe/Berlin\" | 2024-06-01",
        "unixEpoch (toDate \"2006\" \"x\") | -62135596800",
        "unixEpoch (dateModify \"-1.5h\" (toDate \"2006-01-02T15:04:05Z07:00\" \"2024-02-29T23:59:59+05:30\")) | 1709225999",
        "dateInZone \"Jan 2 15:04\" (mustToDate \"02 Jan 06 3:04pm -0700\" \"31 dec 99 12:30am -0100\") \"UTC\" | Dec 31 01:30",
        "unixEpoch (toDate \"2006-01-02 -07\" \"2023-02-29 +02\") | -62135596800"
      })
  void aFixedDateInANamedZoneIsWritten(String expression, String result) {
    assertThat(render(expression)).isEqualTo(new Execution.Rendered(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date \"2006\" 0 | `date` depends on the controller's time zone",
        "htmlDate 0 | `htmlDate` depends on the controller's time zone",
        "toDate \"2006\" \"2024\" | a time without an offset depends on the controller's zone",
        "unixEpoch (toDate \"2006 MST\" \"2024 CET\") | a time with `MST` in its layout is not read",
        "toDate \"2006Z07\" \"2024Z\" | how a time is printed depends on the controller's time zone",
        "unixEpoch (toDate \"15 15 Z07\" \"24 3 Z\") | a layout that says a part twice is not read",
        "(toDate \"2006Z07\" \"2024Z\").Year | the method `Year` of a time is not computed",
        "dateInZone \"2006\" \"2024\" \"UTC\" | a date that is not a whole number is the present",
        "dateInZone \"2006\" 0.5 \"UTC\" | a date that is not a whole number is the present",
        "dateInZone \"2006\" 0 \"Local\" | `Local` is not a time zone that is known here",
        "dateInZone \"2006\" 0 \"Nowhere\" | `Nowhere` is not a time zone that is known here",
        "dateInZone \"MST\" 0 \"Asia/Kolkata\" | the short name of a time zone is not computed",
        "dateInZone \"2006\" 9223372036854775807 \"UTC\" | before 1950 or after 9997",
        "now | `now` gives another result on every run",
        "ago 0 | `ago` gives another result on every run"
      })
  void whatTheClockOrTheControllerDecidesIsNot(String expression, String says) {
    assertThat(render(expression))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(TemplateFault.Kind.UNVERIFIABLE);
              assertThat(fault.message()).contains(says);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ range list \"12:00AM\" \"12:59AM\" \"12:00PM\" \"1:00PM\" \"11:59AM\" \"11:59PM\" \"12:59PM\" \"13:00PM\" \"00:00AM\" \"0:30PM\" \"1:60AM\" \"1:59AM\" }}{{ unixEpoch (toDate \"2006-01-02 3:04PM -0700\" (print \"2020-01-01 \" . \" +0000\")) }} {{ end }} ~ 1577836800 1577840340 1577880000 1577883600 1577879940 1577923140 1577883540 -62135596800 1577836800 1577881800 -62135596800 1577843940 ",
        "{{ range list \"23:59:59\" \"24:00:00\" \"00:60:00\" \"00:00:60\" \"00:00:59\" \"00:00:00\" }}{{ unixEpoch (toDate \"2006-01-02 15:04:05 -0700\" (print \"2020-01-01 \" . \" +0000\")) }} {{ end }} ~ 1577923199 -62135596800 -62135596800 -62135596800 1577836859 1577836800 ",
        "{{ range list \"+2400\" \"+2500\" \"-2400\" \"+0060\" \"+0061\" \"-0100\" \"+0130\" \"-0030\" }}{{ unixEpoch (toDate \"2006-01-02 15:04:05 -0700\" (print \"2020-01-01 00:00:00 \" .)) }} {{ end }} ~ 1577750400 -62135596800 1577923200 1577833200 -62135596800 1577840400 1577831400 1577838600 ",
        "{{ range list \"12PM\" \"12AM\" \"1AM\" \"1PM\" }}{{ unixEpoch (toDate \"2006-01-02 3PM -0700\" (print \"2020-01-01 \" . \" +0000\")) }} {{ end }} ~ 1577880000 1577836800 1577840400 1577883600 ",
        "{{ duration (int64 3600) }} {{ duration (int64 60) }} {{ duration (int64 3661) }} {{ duration (int64 -5) }} {{ duration \"3600\" }} {{ duration 5 }} {{ duration (int64 59) }} {{ duration (int64 3599) }} {{ duration (int64 9223372037) }} {{ duration true }} {{ duration \"x\" }} ~ 1h0m0s 1m0s 1h1m1s -5s 1h0m0s 0s 59s 59m59s -2562047h47m16.709551616s 0s 0s",
        "{{ durationRound \"2h10m5s\" }} {{ durationRound (int64 1500000000) }} {{ durationRound 5 }} {{ durationRound \"\" }} {{ durationRound \"1ns\" }} {{ durationRound \"1s\" }} {{ durationRound \"2s\" }} {{ durationRound (int64 1000000000) }} ~ 2h 1s 0s 0s 0s 0s 2s 0s",
        "{{ mustDateModify \"9223372036854775807ns\" (toDate \"2006-01-02 -0700\" \"2020-01-01 +0000\") | unixEpoch }} {{ mustDateModify \"-1.5h\" (toDate \"2006-01-02 -0700\" \"2020-01-01 +0000\") | unixEpoch }} ~ 10801208836 1577831400",
        "{{ $t := toDate \"2006-01-02 -0700\" \"2020-01-01 +0000\" }}{{ dateModify \"0.6s\" (dateModify \"0.6s\" $t) | unixEpoch }} {{ dateModify \"-0.1s\" $t | unixEpoch }} {{ dateModify \"1.5s\" $t | unixEpoch }} {{ dateModify \"-0.6s\" (dateModify \"0.6s\" $t) | unixEpoch }} {{ dateModify \"0.4s\" (dateModify \"0.6s\" $t) | unixEpoch }} ~ 1577836801 1577836799 1577836801 1577836800 1577836801"
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(GoTemplateTest.render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9223372036854775808ns"})
  void whatIsNoLengthOfTimeFails(String length) {
    String day = "(toDate \"2006-01-02 -0700\" \"2020-01-01 +0000\")";
    assertThat(GoTemplateTest.render("{{ mustDateModify \"" + length + "\" " + day + " }}"))
        .startsWith("FAILED ");
  }

  @Test
  void aLengthOfTimeHasALongest() {
    String longest = "1h".repeat(50);
    assertThat(GoTemplateTest.render("{{ durationRound \"" + longest + "\" }}")).isEqualTo("2d");
    assertThat(GoTemplateTest.render("{{ durationRound \"+" + longest + "\" }}"))
        .startsWith("UNVERIFIABLE ");
  }
}

//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleRunbook.java
//SOURCES ../../operate/runbook/Runbook.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import operate.runbook.Runbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import project.LabException;

/** A runbook with one mistake: the line it is in, what was found there, what was wanted. */
class RunbookMistakesTest {
  @TempDir Path temp;

  /** What stands once in the sample, what stands there instead, and what is said of which line. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "# RUNBOOK - churn_daily\n",
            "# Churn\n",
            "1: '# Churn' is not the title, wanted # RUNBOOK - model_name"),
        Arguments.of(
            "- Owner: crm · Tier: T2",
            "- Tier: T2",
            "11: the facts before this line lack Owner: - Owner: …"),
        Arguments.of(
            "- Owner: crm",
            "- Boss: crm",
            "3: 'Boss: crm' is not a fact, wanted one of Owner, Tier, Purpose, Schedule, Last"
                + " rehearsed, a colon and its value"),
        Arguments.of("- Owner: crm", "- Owner:", "3: 'Owner:' is not a fact, wanted one of "),
        Arguments.of("- Schedule: daily", "- Owner: me", "6: Owner stands here a second time"),
        Arguments.of(
            "- Last rehearsed: 2026-11-01",
            "- Last rehearsed: soon",
            "7: Last rehearsed is 'soon', wanted never, or a day as 2026-11-26"),
        Arguments.of(
            "- Last rehearsed: 2026-11-01",
            "- Last rehearsed: 2026-11-31",
            "7: Last rehearsed is '2026-11-31', wanted never, or a day as 2026-11-26"),
        Arguments.of("## SLOs\n- Freshness\n", "", "62: there is no section ## SLOs"),
        Arguments.of("- Freshness\n", "", "16: the section SLOs is empty"),
        Arguments.of("## Baseline", "## SLOs", "18: the section SLOs stands here a second time"),
        Arguments.of(
            "- gold.churn_daily", "None.", "14: Outputs lists no table, wanted - layer.table"),
        Arguments.of(
            "### <a id=\"slow\"></a>It",
            "### It",
            "23: '### It is slow' has no anchor, wanted ### <a id=\"late_data\"></a>Late data"),
        Arguments.of("\"gone\"", "\"slow\"", "46: the failure slow stands here a second time"),
        Arguments.of(
            "**Confirm:** Look.",
            "**Check:** Look.",
            "31: found **Check:**, wanted **Confirm:** here"),
        Arguments.of("**Confirm:** Look.\n", "", "35: found **Fix:**, wanted **Confirm:** here"),
        Arguments.of(
            "**Last rehearsed:** never\n",
            "",
            "47: found **Symptom:**, wanted **Last rehearsed:** here"),
        Arguments.of(
            "**Last rehearsed:** never",
            "**Last rehearsed:** yesterday",
            "47: Last rehearsed is 'yesterday', wanted never, or a day as 2026-11-26"),
        Arguments.of(
            "**Escalate:** To the owner.\n", "", "23: the failure slow has no **Escalate:**"),
        Arguments.of(
            "**Escalate:** To",
            "**Verify:** To",
            "45: found **Verify:**, wanted **Escalate:** here"),
        Arguments.of(
            "```text\ndoes not exist\n```\n",
            "",
            "46: the failure gone quotes nothing, wanted a block ```text under its symptom"),
        Arguments.of(
            "```sh run\ndf -h data\n```\n",
            "",
            "46: the failure gone has no command under its fix, wanted a block ```sh run"),
        Arguments.of(
            "```sh check", "```sh", "41: the block is ```sh, wanted ```sh run or ```sh check"),
        Arguments.of(
            "df -h data\n```\n",
            "df -h data\n",
            "54: the block is not closed, wanted a line ``` after it"),
        Arguments.of(
            "df -h data",
            "df -h data | tail",
            "55: the command has a |, wanted plain words and values like $DAY"),
        Arguments.of(
            "df -h data",
            "ls *.csv",
            "55: the command has a *, wanted plain words and values like $DAY"),
        Arguments.of(
            "df -h data",
            "echo $(date)",
            "55: the command has a $, wanted plain words and values like $DAY"),
        Arguments.of(
            "df -h data", "scripts/jbangw", "55: scripts/jbangw names no command of the lab"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyMistakeIsNamedByItsLine(String found, String instead, String said) throws IOException {
    String text = SampleRunbook.TEXT;
    assertEquals(1, text.split(Pattern.quote(found), -1).length - 1, found);
    Path file = Files.writeString(temp.resolve("x.md"), text.replace(found, instead));
    String message = assertThrows(LabException.class, () -> Runbook.read(file)).getMessage();
    assertTrue(message.startsWith(file + " line " + said), message);
  }
}

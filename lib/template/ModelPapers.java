//SOURCES NewModel.java
//SOURCES Template.java
//SOURCES ../project/Markdown.java
//FILES template/contract.txt=contract.txt
//FILES template/runbook.txt=runbook.txt
//FILES template/slo.txt=slo.txt
package template;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import project.Markdown;

/**
 * What people write about a new model: contract, objectives, runbook.
 *
 * @param makers the alias that makes each input, in an order in which they can be run
 */
record ModelPapers(NewModel model, List<String> makers) {

  private Map<String, String> common() {
    Map<String, String> values = new HashMap<>();
    values.put("model", model.name().text());
    values.put("type", model.name().type());
    values.put("owner", model.owner());
    values.put("purpose", model.purpose());
    values.put("schedule", model.schedule());
    values.put("tier", model.tier().name());
    values.put("output", model.output());
    values.put("layer", model.layer());
    values.put("table", model.table());
    values.put("variant", NewModel.VARIANT);
    return values;
  }

  private Optional<Long> maxAgeMinutes() {
    return model.tier().maxAge(model.schedule()).map(Duration::toMinutes);
  }

  /** {@code ops/contracts/gold.churn_daily.odcs.yaml}. */
  String contract() {
    Map<String, String> values = common();
    values.put("purposeYaml", quoted(model.purpose()));
    values.put("ownerYaml", quoted(model.owner()));
    values.put("inputList", String.join(", ", model.inputTables()));
    values.put(
        "columns",
        model.inputs().stream().map(ModelPapers::columns).collect(Collectors.joining()));
    values.put(
        "sla",
        maxAgeMinutes()
            .map(
                """

                slaProperties:
                  - property: latency
                    value: %d
                    unit: min
                    description: Time since the table was published.
                    driver: operational
                """
                    ::formatted)
            .orElse(""));
    return Template.of("contract").filled(values).stripTrailing() + "\n";
  }

  /** A text that YAML takes as it is, whatever is in it. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String columns(InputTable input) {
    String rows =
        """
              - id: %1$s
                name: %1$s
                description: Rows of %2$s of that day.
                logicalType: integer
                physicalType: bigint
                logicalTypeOptions:
                  minimum: 0
                required: true
        """
            .formatted(input.rows(), input.table());
    return rows
        + input.sums().stream()
            .map(
                sum ->
                    """
                          - id: %1$s
                            name: %1$s
                            description: Sum of %2$s.%3$s of that day; empty without a value to add.
                            logicalType: %4$s
                            physicalType: %5$s
                    """
                        .formatted(
                            input.sum(sum),
                            input.table(),
                            sum.column(),
                            sum.digits() == 0 ? "integer" : "number",
                            sum.type()))
            .collect(Collectors.joining());
  }

  /** An item of {@code ops/slo.yaml}. */
  String slo() {
    Map<String, String> values = common();
    values.put("successRate", Integer.toString(model.tier().successPercent(model.schedule())));
    values.put("windowDays", Integer.toString(model.tier().windowDays(model.schedule())));
    values.put("mttrMinutes", Integer.toString(model.tier().mttrMinutes()));
    values.put(
        "freshness",
        maxAgeMinutes()
            .map(
                minutes ->
                    "    freshness:\n      max_age_minutes: %d\n      time_percent: %d\n"
                        .formatted(minutes, model.tier().percent()))
            .orElse(""));
    return Template.of("slo").filled(values);
  }

  /** {@code ops/runbooks/churn_daily.md}. */
  String runbook() {
    Map<String, String> values = common();
    values.put(
        "inputs",
        model.inputs().stream()
            .map(
                i ->
                    "- %s: `data/%s%s`"
                        .formatted(
                            i.table(),
                            i.table().replace('.', '/'),
                            i.raw() ? "" : "/" + i.variant()))
            .collect(Collectors.joining("\n")));
    values.put(
        "columns",
        "event_date, "
            + model.inputs().stream()
                .flatMap(i -> i.columns().stream())
                .collect(Collectors.joining(", ")));
    values.put(
        "slos",
        model.tier().of(model.name().text(), model.schedule()).lines().stream()
            .map("- "::concat)
            .collect(Collectors.joining("\n")));
    values.put("purpose", Markdown.text(model.purpose()));
    values.put("checkInputs", commands(model.inputTables().stream().map("quality "::concat).toList()));
    values.put("makeInputs", commands(makers));
    return Template.of("runbook").filled(values);
  }

  private static String commands(List<String> aliases) {
    return aliases.stream().map("scripts/jbangw "::concat).collect(Collectors.joining("\n"));
  }
}

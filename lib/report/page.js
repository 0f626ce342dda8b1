"use strict";
// Draws the charts. Plotly travels inside this file, compressed; nothing is fetched.
const lab = {
  charts: [],

  // What Tablesaw's layout has no words for. Colours of text and lines come from the style sheet,
  // so that light, dark and print need no second drawing.
  layout(given, data) {
    const narrow = window.innerWidth < 600;
    const axis = (name) => ({
      automargin: true, fixedrange: true, zeroline: false, ...given[name],
      title: { text: given[name]?.title || "", standoff: 10, font: { size: 12 } },
    });
    const layout = {
      ...given, autosize: true, height: narrow ? (data[0].x.length > 5 && data[0].type === "bar" ? 360 : 270) : 320,
      margin: { l: 52, r: 12, t: 40, b: given.xaxis?.title ? 44 : 24 }, bargap: 0.28, bargroupgap: 0.08,
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: getComputedStyle(document.body).fontFamily, size: narrow ? 12 : 13 },
      legend: { orientation: "h", traceorder: "normal", x: 0, y: 1.02, yanchor: "bottom" },
      hovermode: "closest", dragmode: false,
      xaxis: { ...axis("xaxis"), showgrid: false },
      yaxis: { ...axis("yaxis"), rangemode: "tozero", nticks: 6 },
    };
    // Room for the labels above the bars; a bar that does not start at zero would lie.
    if (data.some((t) => t.type === "bar")) {
      const height = (i) => data.map((t) => t.y[i]);
      const heights = given.barmode === "stack"
        ? data[0].y.map((_, i) => height(i).reduce((sum, y) => sum + y, 0))
        : data.flatMap((t) => t.y);
      layout.yaxis.range = [0, 1.14 * Math.max(...heights) || 1];
      layout.xaxis.tickangle = narrow && data[0].x.length > 5 ? -60 : 0;
    } else {
      // Runs are counted: there is none between the first and the second.
      const runs = Math.max(...data.flatMap((t) => t.x.filter(Number.isFinite)));
      layout.xaxis.dtick = [1, 2, 5, 10, 20, 50].find((step) => runs / step <= 14) ?? 100;
    }
    delete layout.width;
    return layout;
  },

  trace(trace, index, labels) {
    const gaps = (values) => values.map((v) => (v === "NaN" ? null : v));
    const drawn = { ...trace, x: gaps(trace.x), y: gaps(trace.y) };
    if (trace.type === "bar" && !trace.name) {
      Object.assign(drawn, { hoverinfo: "skip", showlegend: false });
    } else if (labels[index]) {
      Object.assign(drawn, {
        text: labels[index], textposition: "outside", cliponaxis: false, textangle: 0,
        constraintext: "none", textfont: { size: 11 },
        hovertemplate: "%{x}: %{text}<extra>" + trace.name + "</extra>",
      });
    } else if (trace.mode === "lines") {
      Object.assign(drawn, { hoverinfo: "skip" });
    } else {
      if (trace.name.startsWith("outlier")) {
        drawn.marker = { ...trace.marker, symbol: "circle-open", line: { width: 2 } };
      }
      drawn.hovertemplate = "run %{x}: %{y} s<extra>" + trace.name + "</extra>";
    }
    return drawn;
  },

  // A figure that says itself how it wants to be drawn: room, background and font are the page's.
  plain(given = {}) {
    const { width, height, title, ...layout } = given;
    const narrow = window.innerWidth < 600;
    return {
      colorway: ["#c2703d", "#17897b", "#5b6cb0", "#a3527f", "#7d8a2e", "#6b7280"],
      ...layout, autosize: true, height: Math.min(height || 380, 440),
      margin: { l: 60, r: 16, t: 20, b: 52 },
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { family: getComputedStyle(document.body).fontFamily, size: narrow ? 12 : 13 },
      // Beside the chart it would take half of a phone.
      ...(narrow && { legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" } }),
      xaxis: { automargin: true, ...layout.xaxis }, yaxis: { automargin: true, ...layout.yaxis },
    };
  },

  // Plotly cuts a title that is wider than the chart; the page breaks it into lines.
  caption(chart, given) {
    const title = given?.title?.text ?? given?.title;
    if (title) {
      const caption = document.createElement("figcaption");
      caption.textContent = title;
      document.getElementById("figure-" + chart.id).prepend(caption);
      document.getElementById(chart.id).setAttribute("aria-label", title);
    }
  },

  async library() {
    const packed = Uint8Array.from(
      atob(document.getElementById("plotly").textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    return window.Plotly;
  },

  async draw(Plotly, chart) {
    let done;
    chart.draw({
      newPlot: (div, data, layout) => {
        if (!chart.labels) {
          lab.caption(chart, layout);
        }
        done = Plotly.newPlot(
          div, chart.labels ? data.map((t, i) => lab.trace(t, i, chart.labels)) : data,
          chart.labels ? lab.layout(layout, data) : lab.plain(layout),
          { displayModeBar: false, responsive: true });
      },
    });
    await done;
    document.getElementById("figure-" + chart.id).classList.add("drawn");
  },

  async start() {
    try {
      if (lab.charts.length > 0 && !("DecompressionStream" in window)) {
        throw new Error("this browser is too old to unpack them");
      }
      const Plotly = lab.charts.length > 0 ? await lab.library() : null;
      for (const chart of lab.charts) {
        await lab.draw(Plotly, chart);
      }
    } catch (reason) {
      const notice = document.getElementById("notice");
      notice.textContent = "The charts could not be drawn (" + reason.message + ")."
        + (document.querySelector(".chart table") ? " The tables have their numbers." : "");
      notice.hidden = false;
    }
    document.documentElement.dataset.chartsDrawn =
      document.querySelectorAll(".chart.drawn").length;
  },
};

// What stood in the way of judging: trouble of the entity or of a channel, and time without a score.
const MOST_HEALTH_ROWS = 8;

function healthShown() {
  return view.entity.health.filter(h => !h.detector || !view.detector || h.detector === view.detector.id);
}

/** The trouble of one channel. */
function healthOf(channel) {
  return healthShown().filter(h => h.channel === channel);
}

/** In as few rows as hold them side by side; beyond the most the last row has the rest. */
function healthRows() {
  const rows = [];
  for (const span of healthShown()) {
    const free = rows.find(row => endOf(row[row.length - 1]) <= span.from);
    if (free) {
      free.push(span);
    } else if (rows.length < MOST_HEALTH_ROWS) {
      rows.push([span]);
    } else {
      rows[rows.length - 1].push(span);
    }
  }
  return rows;
}

function notJudgedShown() {
  return view.detector ? view.detector.notJudgedStretches : [];
}

function healthName({ kind, channel }) {
  return channel ? `${kind}: ${channel}` : kind;
}

/** What was seen when it began, and when it ended. */
function healthWords({ began, ended }) {
  return [began, ended && `in the end: ${ended}`].filter(words => words).join('; ');
}

/** Hatches the stretches in which a channel was masked, behind its lines. */
function drawMasked(chart, channel) {
  clipped(chart, context => {
    for (const span of healthOf(channel)) {
      const [left, width] = extent(chart, span);
      hatch(context, [left, chart.bbox.top, width, chart.bbox.height], HEALTH, 0.5);
    }
  });
}

/** Says within the chart why a channel was masked. */
function drawMaskedTexts(chart, channel) {
  drawTexts(chart, healthOf(channel), span => `masked: ${span.kind}`);
}

/** Hatches the time without a score, so that it does not look like a low one. */
function drawNotJudged(chart) {
  clipped(chart, context => {
    for (const stretch of notJudgedShown()) {
      const [left, width] = extent(chart, stretch);
      hatch(context, [left, chart.bbox.top, width, chart.bbox.height], NOT_JUDGED, 0.45);
    }
  });
}

function drawNotJudgedTexts(chart) {
  drawTexts(chart, notJudgedShown(), stretch => `not judged: ${stretch.reason}`);
}

/** Texts at the upper edge of stretches that are wide enough; the lanes name all. */
function drawTexts(chart, stretches, text) {
  clipped(chart, context => {
    for (const stretch of stretches) {
      const [left, width] = extent(chart, stretch);
      boxText(context, [left, chart.bbox.top, width, 16 * devicePixelRatio], text(stretch), colour('ink'), left + width);
    }
  });
}

// What each channel adds to the score, over time: the darker, the nearer it alone is to the threshold.
const HEAT_TOP = 26;
const HEAT_ROW = 18;

/** The channels a heat map has rows for. */
function heatChannels() {
  const contributions = view.detector ? view.detector.contributions : [];
  return index.channels.map((_, i) => i).filter(i => contributions[i]);
}

function drawHeat(chart) {
  const shown = heatChannels();
  const row = chart.bbox.height / shown.length;
  clipped(chart, context => {
    context.fillStyle = colour('heat');
    shown.forEach((channel, i) => {
      drawHeatRow(chart, view.detector.contributions[channel], chart.bbox.top + i * row, row);
    });
    shown.forEach((channel, i) => drawMaskedRow(chart, index.channels[channel].name, chart.bbox.top + i * row, row));
  });
}

/** A channel that is masked adds nothing, and not because all is well. */
function drawMaskedRow(chart, channel, top, height) {
  chart.ctx.globalAlpha = 1;
  for (const span of healthOf(channel)) {
    const [left, width] = extent(chart, span);
    hatch(chart.ctx, [left, top + 1, width, height - 1], HEALTH, 0.5);
  }
}

/** One row; of the buckets that share a pixel the highest is drawn. */
function drawHeatRow(chart, percents, top, height) {
  const highest = new Map();
  percents.forEach((percent, bucket) => {
    const [left, right] = bucketExtent(chart, bucket, percents.length);
    for (let x = left; x < right; x++) {
      highest.set(x, Math.max(percent, highest.get(x) || 0));
    }
  });
  for (const [x, percent] of highest) {
    chart.ctx.globalAlpha = Math.min(1, percent / 100);
    chart.ctx.fillRect(x, top + 1, 1, height - 1);
  }
}

/** From where to where a bucket goes, in pixels of the canvas; nothing outside of what is seen. */
function bucketExtent(chart, bucket, buckets) {
  const { times } = view.entity;
  const points = times.length / buckets;
  const from = times[bucket * points];
  const last = times[bucket * points + points - 1];
  const next = times[(bucket + 1) * points] || last;
  const usual = (times[times.length - 1] - times[0]) / buckets;
  const to = Math.min(next, last + 4 * usual);
  if (to < view.from || from > view.to) {
    return [0, 0];
  }
  const left = Math.round(chart.valToPos(Math.max(from, view.from), 'x', true));
  const right = Math.round(chart.valToPos(Math.min(to, view.to), 'x', true));
  return [left, Math.max(left + 1, right)];
}

/** The shares of the channels in the score at a place, in the order of the rows. */
function sharesAt(place) {
  const shown = heatChannels();
  const contributions = view.detector.contributions;
  const points = view.entity.times.length / contributions[shown[0]].length;
  let bucket = Math.floor(place / points);
  if (valueAt(view.detector.score, place, view.entity.times) === undefined) {
    return shown.map(() => null);
  }
  while (bucket > 0 && contributions[shown[0]][bucket] < 0) {
    bucket--;
  }
  const parts = shown.map(channel => Math.max(0, contributions[channel][bucket]));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map(part => (whole > 0 ? part / whole : null));
}

// Incidents and labels: two lanes of boxes with text, and bands behind every line.
const LANE = 26;

/** Fills the stretches of incidents, and hatches those of labels, behind what a chart draws. */
function drawBands(chart) {
  clipped(chart, context => {
    for (const label of view.entity.labels) {
      const [left, width] = extent(chart, label);
      hatch(context, left, chart.bbox.top, width, chart.bbox.height, 0.25);
    }
    for (const incident of incidentsShown()) {
      const [left, width] = extent(chart, incident);
      context.globalAlpha = 0.2;
      context.fillStyle = colour(incident.severity);
      context.fillRect(left, chart.bbox.top, width, chart.bbox.height);
    }
  });
}

/** Draws the lanes: above incidents with their severity, below labels with their kind. */
function drawLanes(chart) {
  clipped(chart, context => {
    drawLane(chart, 0, incidentsShown(), (box, incident) => {
      context.fillStyle = colour(incident.severity);
      context.fillRect(...box);
      return [incident.severity, incident.severity === 'critical' ? colour('card') : '#1b2733'];
    });
    drawLane(chart, 1, view.entity.labels, (box, label) => {
      hatch(context, ...box, 0.45);
      context.strokeStyle = colour('label');
      context.lineWidth = devicePixelRatio;
      context.strokeRect(...box);
      return [label.kind || 'label', colour('ink')];
    });
  });
}

/** Draws boxes, and in each or behind it its text, where there is room before the next. */
function drawLane(chart, lane, stretches, drawBox) {
  const inset = 3 * devicePixelRatio;
  const height = LANE * devicePixelRatio;
  const extents = stretches.map(stretch => extent(chart, stretch));
  extents.forEach(([left, width], i) => {
    const box = [left, chart.bbox.top + lane * height + inset, width, height - 2 * inset];
    const [text, ink] = drawBox(box, stretches[i]);
    const [next] = extents[i + 1] || [chart.bbox.left + chart.bbox.width];
    boxText(chart.ctx, box, text, ink, next);
  });
}

function clipped(chart, draw) {
  const { left, top, width, height } = chart.bbox;
  chart.ctx.save();
  chart.ctx.beginPath();
  chart.ctx.rect(left, top, width, height);
  chart.ctx.clip();
  draw(chart.ctx);
  chart.ctx.restore();
}

/** Where a stretch begins and how wide it is, in pixels of the canvas; two wide at least. */
function extent(chart, stretch) {
  const left = chart.valToPos(stretch.from, 'x', true);
  const right = chart.valToPos(endOf(stretch), 'x', true);
  return [left, Math.max(2 * devicePixelRatio, right - left)];
}

function hatch(context, left, top, width, height, alpha) {
  const step = 7 * devicePixelRatio;
  const from = Math.max(left, -height);
  const to = Math.min(left + width, context.canvas.width + height);
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.globalAlpha = alpha;
  context.strokeStyle = colour('label');
  context.lineWidth = devicePixelRatio;
  context.beginPath();
  for (let x = Math.floor((from - height) / step) * step; x < to; x += step) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

/** Text in a box, as far as the box can be seen, or else behind it, or else nowhere. */
function boxText(context, [left, top, width, height], text, ink, next) {
  const space = 4 * devicePixelRatio;
  context.font = `600 ${11 * devicePixelRatio}px system-ui, "DejaVu Sans", sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const needed = context.measureText(text).width + 1.5 * space;
  const seen = Math.max(left, AXIS_WIDTH * devicePixelRatio);
  const end = left + width;
  if (seen + needed <= end) {
    context.fillStyle = ink;
    context.fillText(text, seen + space, top + height / 2);
  } else if (end + needed <= next) {
    context.fillStyle = colour('ink');
    context.fillText(text, end + space, top + height / 2);
  }
}

/** The texts of what is the case at a time, for the pointer: never by colour alone. */
function textsAt(millis, tolerance) {
  const at = { from: millis - tolerance, to: millis + tolerance };
  const incidents = incidentsShown().filter(incident => overlap(incident, at)).map(incident =>
    `Incident: ${incident.severity}, peak ${formatNumber(incident.peak)}, ${leadText(incident)}`);
  const labels = view.entity.labels.filter(label => overlap(label, at))
    .map(label => `Label: ${label.kind || 'of no kind'}`);
  return [...incidents, ...labels];
}

function leadText(incident) {
  return incident.channels.map(lead => `${lead.name} ${formatPercent(lead.part)}`).join(', ');
}

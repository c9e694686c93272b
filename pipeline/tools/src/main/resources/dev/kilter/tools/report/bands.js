// Incidents and labels as bands behind every line, and what all kinds of stretches are drawn with.
const LABEL = { colour: 'label', slant: 1 };
const HEALTH = { colour: 'health', slant: -1 };
const NOT_JUDGED = { colour: 'unjudged', slant: 0 };

/** Fills the stretches of incidents, and hatches those of labels, behind what a chart draws. */
function drawBands(chart) {
  clipped(chart, context => {
    for (const label of view.entity.labels) {
      const [left, width] = extent(chart, label);
      hatch(context, [left, chart.bbox.top, width, chart.bbox.height], LABEL, 0.25);
    }
    for (const incident of incidentsShown()) {
      const [left, width] = extent(chart, incident);
      context.globalAlpha = 0.2;
      context.fillStyle = colour(incident.severity);
      context.fillRect(left, chart.bbox.top, width, chart.bbox.height);
    }
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

/** Draws lines over a box: each kind of stretch has a slant and a colour of its own. */
function hatch(context, box, { colour: name, slant }, alpha) {
  context.save();
  context.beginPath();
  context.rect(...box);
  context.clip();
  context.globalAlpha = alpha;
  context.strokeStyle = colour(name);
  context.lineWidth = devicePixelRatio;
  context.beginPath();
  (slant === 0 ? levelLines : slantedLines)(context, box, slant);
  context.stroke();
  context.restore();
}

function slantedLines(context, [left, top, width, height], slant) {
  const step = 7 * devicePixelRatio;
  const from = Math.max(left, -height);
  const to = Math.min(left + width, context.canvas.width + height);
  for (let x = Math.floor((from - height) / step) * step; x < to; x += step) {
    context.moveTo(x, slant > 0 ? top + height : top);
    context.lineTo(x + height, slant > 0 ? top : top + height);
  }
}

function levelLines(context, [left, top, width, height]) {
  const step = 5 * devicePixelRatio;
  const middle = devicePixelRatio / 2;
  for (let y = Math.ceil(top / step) * step + middle; y < top + height; y += step) {
    context.moveTo(left, y);
    context.lineTo(left + width, y);
  }
}

/** Text in a box, as far as the box can be seen, or else behind it, or else nowhere. */
function boxText(context, [left, top, width, height], text, ink, next) {
  const space = 4 * devicePixelRatio;
  context.font = `600 ${11 * devicePixelRatio}px system-ui, "DejaVu Sans", sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const needed = context.measureText(text).width + 1.5 * space;
  const edge = AXIS_WIDTH * devicePixelRatio;
  const seen = Math.max(left, edge);
  const end = left + width;
  if (end < edge) {
    return;
  }
  if (seen + needed <= Math.min(end, next)) {
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
  const health = healthShown().filter(span => overlap(span, at))
    .map(span => `Health: ${healthName(span)}, ${healthWords(span)}`);
  const notJudged = notJudgedShown().filter(stretch => overlap(stretch, at))
    .map(stretch => `Not judged: ${stretch.reason}`);
  return [...incidents, ...labels, ...health, ...notJudged];
}

function leadText(incident) {
  return incident.channels.map(lead => `${lead.name} ${formatPercent(lead.part)}`).join(', ');
}

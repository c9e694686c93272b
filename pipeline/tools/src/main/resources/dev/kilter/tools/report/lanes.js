// The lanes above the charts: incidents, labels, health, and time without a score, as boxes with text.
const LANE = 26;
let laneBoxes = [];

/** From top to bottom: a name, stretches, and how one of them is drawn. */
function lanes() {
  const health = healthRows();
  const rows = health.length > 0 ? health : [[]];
  return [
    { name: 'Incidents', stretches: incidentsShown(), draw: drawIncident },
    ...(index.labels ? [{ name: 'Labels', stretches: view.entity.labels, draw: drawLabel }] : []),
    ...(index.health ? rows.map((row, i) => ({ name: i === 0 ? 'Health' : '', stretches: row, draw: drawHealth })) : []),
    ...(notJudgedShown().length > 0
      ? [{ name: 'Not judged', stretches: notJudgedShown(), draw: drawUnjudged }] : []),
  ];
}

function drawIncident(context, box, incident) {
  context.fillStyle = colour(incident.severity);
  context.fillRect(...box);
  return [incident.severity, incident.severity === 'critical' ? colour('card') : '#1b2733'];
}

function drawLabel(context, box, label) {
  hatchBox(context, box, LABEL);
  return [label.kind || 'label', colour('ink')];
}

function drawHealth(context, box, span) {
  hatchBox(context, box, HEALTH);
  return [healthName(span), colour('ink')];
}

function drawUnjudged(context, box, stretch) {
  hatchBox(context, box, NOT_JUDGED);
  return [stretch.reason, colour('ink')];
}

/** A hatched box with a sharp outline. */
function hatchBox(context, box, pattern) {
  const pixel = devicePixelRatio;
  const [left, top, width, height] = box.map(Math.round);
  hatch(context, box, pattern, 0.45);
  context.strokeStyle = colour(pattern.colour);
  context.lineWidth = pixel;
  context.strokeRect(left + pixel / 2, top + pixel / 2, Math.max(pixel, width - pixel), height - pixel);
}

function drawLanes(chart) {
  laneBoxes = [];
  clipped(chart, () => lanes().forEach((lane, i) => drawLane(chart, i, lane)));
}

/** Draws boxes, and in each or behind it its text, where there is room before the next. */
function drawLane(chart, lane, { stretches, draw }) {
  const inset = 3 * devicePixelRatio;
  const height = LANE * devicePixelRatio;
  const extents = stretches.map(stretch => extent(chart, stretch));
  extents.forEach(([left, width], i) => {
    const box = [left, chart.bbox.top + lane * height + inset, width, height - 2 * inset];
    const [text, ink] = draw(chart.ctx, box, stretches[i]);
    const [next] = extents[i + 1] || [chart.bbox.left + chart.bbox.width];
    boxText(chart.ctx, box, text, ink, next);
    laneBoxes.push({ box, stretch: stretches[i] });
  });
}

/** A click on a box goes there, as one on a row of a table does. */
function chooseInLanes(chart) {
  const at = event => boxAt(
    chart.bbox.left + event.offsetX * devicePixelRatio, chart.bbox.top + event.offsetY * devicePixelRatio);
  chart.over.addEventListener('mousemove', event => {
    chart.over.style.cursor = at(event) ? 'pointer' : '';
  });
  chart.over.addEventListener('click', event => {
    const hit = at(event);
    if (hit) {
      zoomTo(hit.stretch);
    }
  });
}

/** The box at a place of the canvas, or a little beside it. */
function boxAt(x, y) {
  const reach = 3 * devicePixelRatio;
  return laneBoxes.find(({ box: [left, top, width, height] }) =>
    x >= left - reach && x <= left + width + reach && y >= top && y <= top + height);
}

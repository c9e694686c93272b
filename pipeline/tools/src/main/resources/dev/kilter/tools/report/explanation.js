// Why an entity was judged as it was at one instant: what was expected, whose part it is, what the gates did.
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const PANE_WIDTH = 300;
const PANE_HEIGHT = 96;

/** Fills a section with an explanation, as kilter model explain writes it. */
function showExplanation(holder, told) {
  holder.classList.add('explanation');
  holder.replaceChildren(
    element('h3', '', `Why ${told.entity} was judged ${told.offKilter ? 'off kilter' : 'normal'} at ${timeText(told.time)} UTC`),
    element('p', 'note', verdictText(told)),
    partsTable(told),
    element('h4', '', 'Observed and expected, row by row'),
    lineLegend(),
    panes(byPart(told).map(channel => channelPane(channel, told))),
    ...told.layers.flatMap(layer => layerParts(layer, told)),
    ...told.unexplained.map(sentence => element('p', 'note', sentence)),
  );
}

function timeText(time) {
  return time.replace('T', ' ').replace('Z', '');
}

function verdictText(told) {
  const { name, version } = told.model;
  return `Detector ${told.detector} with ${name}/${version}, ${plural(told.rows, 'row')} from ${timeText(told.from)} UTC. `
    + `Raw score ${formatNumber(told.raw)}, average ${formatNumber(told.average)}, threshold ${formatNumber(told.threshold)}.`
    + (told.rebaselined ? ` What is normal of it has moved since the model was calibrated; without that the raw score is ${formatNumber(told.rawByTheModel)}.` : '');
}

function byPart(told) {
  return [...told.channels].sort((one, other) => other.part - one.part);
}

function partsTable(told) {
  const columns = ['Channel', 'Unit', 'Observed', 'Expected', 'Error', 'In usual deviations', 'Part in raw score', 'Part in average', ''];
  const head = element('tr', '', ...columns.map((name, i) => element('th', i > 1 && i < 8 ? 'number' : '', name)));
  const rows = byPart(told).map(channel => element('tr', '',
    element('td', '', channel.name),
    element('td', '', formatUnit(channel.unit)),
    ...[
      formatNumber(channel.observed), formatNumber(channel.expected), formatNumber(channel.error),
      channel.standardised === null ? (channel.leftOut ? 'left out' : 'not measured') : formatNumber(channel.standardised),
      formatPercent(channel.partNow), formatPercent(channel.part),
    ].map(text => element('td', 'number', text)),
    element('td', '', shareBar(channel.part))));
  return element('table', 'parts', element('thead', '', head), element('tbody', '', ...rows));
}

function shareBar(share) {
  const picture = drawn('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none' });
  picture.append(
    drawn('rect', { class: 'track', width: 100, height: 10 }),
    drawn('rect', { width: 100 * share, height: 10 }));
  return picture;
}

function lineLegend() {
  return element('p', 'legend',
    element('span', '', element('i'), 'observed'),
    element('span', '', element('i', 'thought'), 'expected'));
}

function panes(figures, kind = '') {
  return element('div', `panes ${kind}`, ...figures);
}

function figure(name, aside, picture, told) {
  return element('figure', '',
    element('figcaption', '', element('b', '', name), element('span', '', aside)),
    picture,
    element('div', 'ends', element('span', '', rowText(0, told)), element('span', '', rowText(told.rows - 1, told))));
}

/** A row by its time, or where that is not known by how far back it is. */
function rowText(row, told) {
  if (told.times) {
    return timeText(told.times[row]).slice(11);
  }
  const back = told.rows - 1 - row;
  return back === 0 ? 'newest row' : `${plural(back, 'row')} before`;
}

function channelPane(channel, told) {
  const { observed, expected } = channel.series;
  const known = [...observed, ...expected].filter(value => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const picture = drawn('svg', { viewBox: `0 0 ${PANE_WIDTH} ${PANE_HEIGHT}`, preserveAspectRatio: 'none' });
  picture.append(...lines(expected, 'thought', low, high), ...lines(observed, 'seen', low, high));
  hover(picture, share => {
    const row = Math.round(share.x * (told.rows - 1));
    const filled = channel.series.measured[row] ? '' : ', filled in';
    return [`${channel.name}, ${rowText(row, told)}`,
      `observed ${formatNumber(observed[row])}${filled}, expected ${formatNumber(expected[row])}`];
  });
  return figure(channel.name, `${formatNumber(low)} to ${formatNumber(high)} ${formatUnit(channel.unit)}`, picture, told);
}

/** A line, broken where there is no number. */
function lines(values, name, low, high) {
  const span = high > low ? high - low : 1;
  const pieces = [[]];
  values.forEach((value, row) => {
    if (value === null) {
      pieces.push([]);
      return;
    }
    const x = values.length > 1 ? row / (values.length - 1) * PANE_WIDTH : PANE_WIDTH / 2;
    pieces[pieces.length - 1].push(`${x.toFixed(1)},${(4 + (1 - (value - low) / span) * (PANE_HEIGHT - 8)).toFixed(1)}`);
  });
  return pieces.filter(piece => piece.length > 0).map(piece => drawn('polyline', { class: name, points: piece.join(' ') }));
}

function layerParts(layer, told) {
  const kind = `${layer.cell.toUpperCase()} ${layer.name}, ${layer.inputs} numbers in, ${plural(layer.hidden, 'unit')}`;
  const check = `Computed from the weights in model.onnx; the states differ from ONNX Runtime's by ${layer.largestDifference.toExponential(1)} at most.`;
  return layer.directions.flatMap(direction => [
    element('h4', '', layer.directions.length > 1 ? `${kind}, ${direction.reverse ? 'backward' : 'forward'}` : kind),
    element('p', 'note', `${check} A row of the picture is a unit, the first on top; time runs to the right${direction.reverse ? ', the layer reads from the right' : ''}.`),
    mapLegend(),
    panes(Object.entries(direction).filter(([, states]) => Array.isArray(states)).map(entry => statePane(entry, told)), 'maps'),
  ]);
}

function mapLegend() {
  return element('p', 'legend',
    element('span', '', 'shut 0 ', element('i', 'ramp'), ' 1 open'),
    element('span', '', 'below 0 ', element('i', 'swing'), ' above, the full colour being reached by the largest twentieth'));
}

/** A heat map of one gate or state: shares from 0 to 1, all else around 0. */
function statePane([name, states], told) {
  const share = /^(input|forget|output|update|reset)Gate$/.test(name);
  const all = states.flat();
  const largest = share ? 1 : largeOf(all);
  const canvas = document.createElement('canvas');
  canvas.width = states.length;
  canvas.height = states[0].length;
  const draw = () => paint(canvas, states, share, largest);
  draw();
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  hover(canvas, ({ x, y }) => {
    const row = Math.min(states.length - 1, Math.floor(x * states.length));
    const unit = Math.min(states[0].length - 1, Math.floor(y * states[0].length));
    return [`${words(name)}, unit ${unit + 1}`, `${rowText(row, told)}: ${formatNumber(states[row][unit])}`];
  });
  return figure(words(name), `${formatNumber(all.reduce(lower))} to ${formatNumber(all.reduce(higher))}`, canvas, told);
}

/** What all but a twentieth are below: a single large cell would leave all others pale. */
function largeOf(states) {
  const sizes = states.map(Math.abs).sort((one, other) => one - other);
  return Math.max(1e-9, sizes[Math.floor(0.95 * (sizes.length - 1))]);
}

function lower(one, other) {
  return Math.min(one, other);
}

function higher(one, other) {
  return Math.max(one, other);
}

function words(name) {
  const apart = name.replace(/([A-Z])/, ' $1').toLowerCase();
  return apart === 'cell gate' ? 'cell gate (candidate)' : apart;
}

function paint(canvas, states, share, largest) {
  const context = canvas.getContext('2d');
  context.globalAlpha = 1;
  context.fillStyle = colour('card');
  context.fillRect(0, 0, canvas.width, canvas.height);
  const colours = { open: colour('heat'), above: colour('above'), below: colour('below') };
  states.forEach((units, row) => units.forEach((state, unit) => {
    context.globalAlpha = Math.min(1, Math.abs(state) / largest);
    context.fillStyle = share ? colours.open : state < 0 ? colours.below : colours.above;
    context.fillRect(row, unit, 1, 1);
  }));
}

/** Says what is under the pointer: a heading and a line. */
function hover(picture, tell) {
  picture.addEventListener('mousemove', event => {
    const box = picture.getBoundingClientRect();
    const [heading, line] = tell({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
    const tip = byId('tip');
    tip.replaceChildren(element('div', '', heading), element('div', '', line));
    tip.hidden = false;
    tip.style.left = `${Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${event.clientY + 16}px`;
    event.stopPropagation();
  });
  picture.addEventListener('mouseleave', () => (byId('tip').hidden = true));
}

function drawn(name, attributes) {
  const made = document.createElementNS(SVG_NAMESPACE, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

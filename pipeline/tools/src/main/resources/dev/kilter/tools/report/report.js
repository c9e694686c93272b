// Puts the page together.
function showEntity() {
  const { entity } = view;
  byId('entity').textContent = entity.name;
  byId('facts').textContent = `${drawnText(entity)} ${judgedText()}`;
  markEntity();
  showControls();
  showCharts();
  showIncidents();
  showHealth();
  showLabels();
  showMeasures();
}

function drawnText({ moments, points, every }) {
  return points >= moments
    ? `Each line shows all of ${plural(moments, 'moment')}.`
    : `Each line shows ${formatCount(points)} points of ${plural(moments, 'moment')}: lowest and highest of every ${formatCount(every)}.`;
}

function judgedText() {
  if (!view.detector) {
    return 'No detector watches it.';
  }
  const reasons = Object.entries(view.detector.notJudged)
    .map(([reason, count]) => `${reason} ${formatCount(count)}`).join(', ');
  const judged = plural(view.detector.judged, 'score');
  const { stretchesLeftOut: more } = view.detector;
  const rest = more > 0 ? ` The ${plural(more, 'shortest stretch', 'shortest stretches')} without a score cannot be seen.` : '';
  return reasons ? `${judged}; not judged: ${reasons}.${rest}` : `${judged}.`;
}

function showControls() {
  const { detectors } = view.entity;
  byId('detectors').hidden = detectors.length < 2;
  byId('detector').replaceChildren(...detectors.map(({ id }) => new Option(id, id, false, id === view.detector.id)));
  const shown = shownChannels();
  const boxes = index.channels.map((channel, i) => channelBox(channel.name, i, shown));
  byId('channels').replaceChildren(byId('channels').firstElementChild, ...boxes.filter(box => box), allOrNone());
}

function channelBox(name, number, shown) {
  if (!view.entity.observed[number]) {
    return null;
  }
  const box = element('input');
  box.type = 'checkbox';
  box.checked = shown.includes(number);
  box.value = name;
  box.addEventListener('change', () => {
    const names = shownChannels().map(i => index.channels[i].name);
    chooseChannels(box.checked ? [...names, name] : names.filter(other => other !== name));
  });
  return element('label', '', box, ` ${name}`);
}

function allOrNone() {
  const buttons = [['all', index.channels.map(channel => channel.name)], ['none', []]].map(([text, names]) => {
    const button = element('button', '', text);
    button.type = 'button';
    button.addEventListener('click', () => {
      chooseChannels(names);
      showControls();
    });
    return button;
  });
  return element('span', '', buttons[0], ' ', buttons[1]);
}

function chooseChannels(names) {
  view.channels = names;
  showCharts();
}

function showCharts() {
  charts.splice(0).forEach(chart => chart.destroy());
  readouts.length = 0;
  byId('charts').replaceChildren();
  addLanes();
  const heat = heatChannels();
  if (view.detector) {
    addScore();
  }
  const shown = shownChannels();
  shown.forEach(channel => addChannel(channel, heat.length === 0 && channel === shown[shown.length - 1]));
  if (heat.length > 0) {
    addHeat(heat.length);
  }
  byId('missing').textContent = missingText(heat);
  showRange(view.from, view.to);
}

function missingText(heat) {
  if (!view.detector) {
    return '';
  }
  const expected = view.detector.expected.some(line => line);
  const missing = [
    ...(expected ? [] : ['no line of what was expected, since the scores do not tell "expected"']),
    ...(heat.length > 0 ? [] : ['no heat map of the parts of the channels, since the scores do not tell "parts"']),
    ...(index.health ? [] : ['no health, since the run has no health.jsonl']),
  ];
  return missing.length > 0 ? `There is ${missing.join(', and ')}.` : '';
}

function addLanes() {
  const names = lanes().map(lane => lane.name);
  const chart = addChart({
    className: 'lanes',
    side: laneSide(names),
    height: names.length * LANE + 5,
    series: [],
    y: { range: [0, 1], plain: true },
    draw: { before: drawLanes },
  });
  chooseInLanes(chart);
}

function addScore() {
  const { score, threshold } = view.detector;
  const lines = [
    { name: 'threshold', line: threshold, colour: 'threshold', dash: [8, 4], width: 1.5 },
    { name: 'score', line: score, colour: 'score', width: 1.5 },
  ];
  addChart({
    className: 'score-chart',
    side: lineSide('Score', '', lines),
    height: 170,
    series: lines,
    timeAxis: true,
    y: { range: (chart, min, max) => [Math.min(0, min ?? 0), 1.08 * Math.max(max ?? 1, 0.1)] },
    draw: {
      behind: chart => {
        drawNotJudged(chart);
        drawBands(chart);
      },
      before: drawNotJudgedTexts,
    },
  });
}

function addChannel(channel, timeAxis) {
  const { name, unit } = index.channels[channel];
  const expected = view.detector && view.detector.expected[channel];
  // Broad and pale behind thin and dark: both are seen where they agree.
  const lines = [
    ...(expected ? [{ name: 'expected', line: expected, colour: 'expected', width: 4 }] : []),
    { name: 'observed', line: view.entity.observed[channel], colour: 'observed' },
  ];
  addChart({
    className: 'channel',
    side: channelSide(name, unit, lines),
    height: 108,
    series: lines,
    timeAxis,
    y: {},
    draw: {
      behind: chart => {
        drawBands(chart);
        drawMasked(chart, name);
      },
      before: chart => drawMaskedTexts(chart, name),
    },
  });
}

function addHeat(rows) {
  addChart({
    className: 'heat',
    side: heatSide(),
    top: HEAT_TOP,
    height: HEAT_TOP + rows * HEAT_ROW,
    series: [],
    timeAxis: true,
    y: { range: [0, 1], plain: true },
    draw: { behind: drawNotJudged, before: drawHeat },
  });
  const scale = element('p', 'scale', 'adds nothing', element('i'), 'reaches the threshold alone');
  byId('charts').append(scale);
}

function showSummary() {
  const entities = plural(index.entities.length, 'entity', 'entities');
  const health = index.health ? [plural(index.health.length, 'health finding')] : [];
  byId('summary').textContent = [
    entities, plural(index.incidents.length, 'incident'), ...health, ...notJudgedSummary(),
    `${formatTime(index.from)} to ${formatTime(index.to)} UTC`,
  ].join(', ');
}

function notJudgedSummary() {
  const sum = field => index.entities.reduce((all, entity) => all + entity[field], 0);
  const notJudged = sum('notJudged');
  return notJudged > 0 ? [`${formatPercentTenths(notJudged / (sum('judged') + notJudged))} not judged`] : [];
}

function start() {
  showSummary();
  listEntities();
  installTheme();
  readAddress();
  showEntity();
  showDeadLetters();
  const explanation = readJson('told');
  if (explanation) {
    showExplanation(byId('explanation'), explanation);
  }
  byId('reset').addEventListener('click', () => showRange(...wholeRange()));
  byId('charts').addEventListener('mousemove', moveTip);
  byId('detector').addEventListener('change', event => {
    view.detector = view.entity.detectors.find(detector => detector.id === event.target.value);
    showEntity();
  });
  addEventListener('hashchange', () => {
    readAddress();
    showEntity();
  });
  new ResizeObserver(() => resizeCharts()).observe(byId('charts'));
}

start();

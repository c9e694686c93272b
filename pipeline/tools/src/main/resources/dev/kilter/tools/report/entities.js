// The list of entities: the one with the most incidents first, each with its score at a glance.
const SVG = 'http://www.w3.org/2000/svg';
const MOST_THRESHOLDS = 4;

function listEntities() {
  byId('entities').replaceChildren(...index.entities.map(entityItem));
  byId('search').addEventListener('input', findEntities);
  findEntities();
}

function entityItem(entity, number) {
  const incidents = index.incidents.filter(incident => incident.entity === entity.name);
  const count = element('span', 'count', plural(incidents.length, 'incident'));
  const worst = incidents.map(i => SEVERITIES.indexOf(i.severity)).reduce((a, b) => Math.max(a, b), -1);
  if (worst >= 0) {
    count.prepend(element('span', `dot ${SEVERITIES[worst]}`));
    count.append(`, ${SEVERITIES[worst]}`);
  }
  const health = (index.health || []).filter(span => span.entity === entity.name).length;
  const trouble = health > 0 ? [element('span', 'trouble', plural(health, 'health finding'))] : [];
  const button = element('button', '', element('span', 'name', entity.name), count, ...trouble, sparkline(entity));
  button.type = 'button';
  button.title = entity.name;
  button.addEventListener('click', () => {
    chooseEntity(number);
    showEntity();
  });
  return element('li', '', button);
}

function findEntities() {
  const wanted = byId('search').value.toLowerCase();
  let found = 0;
  index.entities.forEach((entity, number) => {
    const item = byId('entities').children[number];
    item.hidden = !entity.name.toLowerCase().includes(wanted);
    found += item.hidden ? 0 : 1;
  });
  byId('found').textContent = wanted
    ? `${found} of ${plural(index.entities.length, 'entity', 'entities')}`
    : 'Most incidents first';
}

function markEntity() {
  [...byId('entities').children].forEach((item, number) => {
    item.firstChild.setAttribute('aria-current', String(number === view.entity.number));
  });
}

/** Bars, of which those above the threshold have a colour of their own; two lines where there is no score. */
function sparkline({ sparkline: scores }) {
  const drawing = svg('svg', { viewBox: `0 0 ${scores.length} 20`, preserveAspectRatio: 'none' });
  drawing.setAttribute('aria-hidden', 'true');
  const bars = over => scores
    .map((score, i) => (score !== null && score > 1 === over ? bar(score, i) : ''))
    .join('');
  const none = scores.map((score, i) => (score === null ? `M${i} 8h1M${i} 14h1` : '')).join('');
  const limit = 20 - 20 / MOST_THRESHOLDS;
  drawing.append(
    svg('path', { class: 'none', d: none }),
    svg('path', { class: 'under', d: bars(false) }),
    svg('path', { class: 'over', d: bars(true) }),
    svg('path', { class: 'limit', d: `M0 ${limit}H${scores.length}` }));
  return drawing;
}

function bar(score, i) {
  const height = Math.max(0.6, 20 * Math.min(1, score / MOST_THRESHOLDS));
  return `M${i} 20v-${height}h1v${height}z`;
}

function svg(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

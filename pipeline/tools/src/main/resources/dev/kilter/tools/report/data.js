// What the page is about: the index of all entities, and the series of one, read when it is chosen.
const index = readJson('index');

function readJson(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** The series of one entity: times in milliseconds, and lines as {values, gaps, longest}. */
function readEntity(number) {
  const raw = readJson(`entity-${number}`);
  let time = 0;
  const times = raw.times.map(passed => (time += passed));
  return {
    ...index.entities[number],
    number,
    times,
    observed: raw.observed.map(line => readLine(line, times)),
    detectors: raw.detectors.map(detector => readDetector(detector, times)),
    incidents: index.incidents.filter(incident => incident.entity === index.entities[number].name),
    labels: (index.labels || []).filter(label => label.entity === index.entities[number].name),
    health: (index.health || []).filter(span => span.entity === index.entities[number].name),
  };
}

function readDetector(raw, times) {
  return {
    ...raw,
    score: readLine(raw.score, times),
    threshold: readLine(raw.threshold, times),
    expected: raw.expected.map(line => readLine(line, times)),
  };
}

function readLine(raw, times) {
  if (raw === null) {
    return null;
  }
  // A chart draws on over undefined; where the line ends, the gaps say.
  const values = typeof raw === 'number'
    ? new Array(times.length).fill(raw)
    : raw.map(value => (value === null ? undefined : value));
  return { values, ...findGaps(values, times) };
}

/** The longest pause that is usual, and pairs of times between which nothing came for longer. */
function findGaps(values, times) {
  const present = times.filter((_, i) => values[i] !== undefined);
  const steps = present.slice(1).map((time, i) => time - present[i]);
  const longest = 4 * [...steps].sort((a, b) => a - b)[Math.floor(0.9 * steps.length)];
  return { longest, gaps: steps.flatMap((step, i) => (step > longest ? [[present[i], present[i + 1]]] : [])) };
}

/** The value at a place, or the last one before it, if that is not long ago. */
function valueAt(line, place, times) {
  let i = place;
  while (i >= 0 && line.values[i] === undefined) {
    i--;
  }
  return times[place] - times[i] > line.longest ? undefined : line.values[i];
}

/** When a stretch was over; the end of what is known if it was not. */
function endOf(stretch) {
  return stretch.to === null ? Math.max(stretch.from, index.to) : stretch.to;
}

function overlap(one, other) {
  return one.from < endOf(other) && other.from < endOf(one);
}

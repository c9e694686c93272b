// What is shown: entity, detector, channels and stretch of time. It is kept in the address.
const view = { entity: null, detector: null, channels: null, from: 0, to: 0 };

/** The stretch of time of the whole entity: an entity that is silent is still there. */
function wholeRange() {
  const { times, health } = view.entity;
  const from = times[0];
  const to = health.map(endOf).reduce((a, b) => Math.max(a, b), times[times.length - 1]);
  return from < to ? [from, to] : [from - SECOND, to + SECOND];
}

function isZoomed() {
  const [from, to] = wholeRange();
  return view.from > from || view.to < to;
}

/** Sets the stretch of time, no further out than there is something to see. */
function setRange(from, to) {
  const [first, last] = wholeRange();
  const span = Math.min(last - first, Math.max(to - from, 20));
  view.from = Math.max(first, Math.min(from, last - span));
  view.to = view.from + span;
}

function addressOf() {
  const address = new URLSearchParams({ entity: view.entity.name });
  if (view.entity.detectors.length > 1) {
    address.set('detector', view.detector.id);
  }
  (view.channels || []).forEach(channel => address.append('channel', channel));
  if (isZoomed()) {
    address.set('from', new Date(view.from).toISOString());
    address.set('to', new Date(view.to).toISOString());
  }
  return `#${address}`;
}

function keepAddress() {
  history.replaceState(null, '', addressOf());
}

/** Reads the address; what it does not tell, or tells wrongly, is as it is at first. */
function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const named = index.entities.findIndex(entity => entity.name === address.get('entity'));
  const known = address.getAll('channel').filter(name => index.channels.some(c => c.name === name));
  chooseEntity(Math.max(0, named));
  view.detector = view.entity.detectors.find(d => d.id === address.get('detector')) || view.detector;
  view.channels = known.length > 0 ? known : null;
  const from = Date.parse(address.get('from'));
  const to = Date.parse(address.get('to'));
  if (from < to) {
    setRange(from, to);
  }
}

function chooseEntity(number) {
  if (!view.entity || view.entity.number !== number) {
    view.entity = readEntity(number);
  }
  view.detector = view.entity.detectors[0] || null;
  setRange(...wholeRange());
}

/** The numbers of the channels to draw: those chosen, or those in trouble and those that led incidents most. */
function shownChannels() {
  const present = index.channels.map((_, i) => i).filter(i => view.entity.observed[i]);
  if (view.channels) {
    return present.filter(i => view.channels.includes(index.channels[i].name));
  }
  const led = name => view.entity.incidents.flatMap(incident => incident.channels)
    .filter(lead => lead.name === name).reduce((sum, lead) => sum + lead.part, 0);
  const weight = i => (healthOf(index.channels[i].name).length > 0 ? 1e6 : 0) + led(index.channels[i].name);
  return [...present].sort((a, b) => weight(b) - weight(a)).slice(0, 4).sort((a, b) => a - b);
}

function incidentsShown() {
  return view.entity.incidents.filter(i => !view.detector || i.detector === view.detector.id);
}

// The tables below the charts.
const MEASURES = [
  ['VUS-PR', row => ranking(row).vusPr, formatRatio],
  ['AUC-PR', row => ranking(row).aucPr, formatRatio],
  ['AUC-ROC', row => ranking(row).aucRoc, formatRatio],
  ['Precision', row => row.precision, formatRatio],
  ['Recall', row => row.recall, formatRatio],
  ['F1', row => row.f1, formatRatio],
  ['Normal time in alarm', row => row.normalTimeInAlarm, share => formatPercentTenths(share)],
  ['Events found', row => row, row => `${row.eventsFound} of ${row.events}`],
  ['False alarms per entity and day', row => row.falseAlarmsPerEntityDay, formatRatio],
  ['Median delay', row => row.medianDelaySeconds, seconds => formatLength(seconds * SECOND)],
  ['NAB', row => row.nab, formatNumber],
];

function ranking(row) {
  return row.rankingMean || row.ranking || {};
}

function formatRatio(value) {
  return value.toFixed(3);
}

function formatPercentTenths(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** A section with a heading and a table; cells are texts or nodes. */
function fillSection(id, title, columns, rows, none) {
  const section = byId(id);
  section.replaceChildren(element('h3', '', title));
  if (rows.length === 0) {
    section.append(element('p', 'note', none));
    return;
  }
  const head = element('tr', '', ...columns.map(([name, kind]) => headCell(name, kind)));
  const body = rows.map(({ cells, go }) => bodyRow(columns, cells, go));
  section.append(element('table', '', element('thead', '', head), element('tbody', '', ...body)));
}

function headCell(name, kind) {
  const cell = element('th', kind, name);
  cell.scope = 'col';
  return cell;
}

/** A row that can be chosen has a button in its first cell, for the keyboard. */
function bodyRow(columns, cells, go) {
  const row = element('tr', go ? 'go' : '');
  cells.forEach((cell, i) => row.append(element('td', columns[i][1], cell)));
  if (go) {
    const button = element('button', '', cells[0]);
    button.type = 'button';
    row.firstChild.replaceChildren(button);
    row.addEventListener('click', go);
  }
  return row;
}

function showIncidents() {
  const columns = [['Opened (UTC)', 'time'], ['Closed (UTC)', 'time'], ['Lasted', 'number'], ['Severity', 'severity'], ['Peak', 'number'],
    ['Leading channels', '']];
  if (namesClasses()) {
    columns.push(['Probably', '']);
  }
  if (index.labels) {
    columns.push(['Label', '']);
  }
  const rows = incidentsShown().map(incident => ({
    cells: incidentCells(incident),
    go: () => zoomTo(incident),
  }));
  fillSection('incidents', `Incidents of ${view.entity.name}`, columns, rows, 'None.');
}

/** Whether a classifier said of any incident of the run what it is. */
function namesClasses() {
  return index.incidents.some(incident => incident.classes.length > 0);
}

function classText(incident) {
  return incident.classes.map(likely => `${likely.name} ${formatPercent(likely.part)}`).join(', ') || 'not named';
}

function incidentCells(incident) {
  const severity = element('span', '', element('span', `dot ${incident.severity}`), incident.severity);
  const labels = view.entity.labels.filter(label => overlap(label, incident));
  return [
    formatTime(incident.from),
    incident.to === null ? 'still open' : formatTime(incident.to),
    formatLength(endOf(incident) - incident.from),
    severity,
    formatNumber(incident.peak),
    leadText(incident),
    ...(namesClasses() ? [classText(incident)] : []),
    ...(index.labels ? [labels.map(label => label.kind || 'yes').join(', ') || 'none'] : []),
  ];
}

function showHealth() {
  if (!index.health) {
    return;
  }
  const columns = [['Began (UTC)', 'time'], ['Ended (UTC)', 'time'], ['Lasted', 'number'], ['Kind', 'kind'], ['Channel', ''],
    ['What was seen', 'words']];
  const rows = healthShown().map(span => ({
    cells: [
      formatTime(span.from),
      span.to === null ? 'goes on' : formatTime(span.to),
      formatLength(endOf(span) - span.from),
      element('span', 'trouble', span.kind),
      span.channel || 'all of it',
      healthWords(span),
    ],
    go: () => zoomTo(span),
  }));
  fillSection('health', `Health of ${view.entity.name}`, columns, rows, 'Nothing stood in the way of judging.');
}

function showLabels() {
  if (!index.labels) {
    return;
  }
  const columns = [['From (UTC)', 'time'], ['To (UTC)', 'time'], ['Lasted', 'number'], ['Kind', ''], ['Incidents within', 'number']];
  const rows = view.entity.labels.map(label => ({
    cells: [
      formatTime(label.from), formatTime(label.to), formatLength(label.to - label.from),
      label.kind || '–', String(incidentsShown().filter(i => overlap(i, label)).length),
    ],
    go: () => zoomTo(label),
  }));
  fillSection('labels', `Labels of ${view.entity.name}`, columns, rows, 'None.');
}

/** Shows a stretch with as much before and behind it, and the charts. */
function zoomTo(stretch) {
  const length = Math.max(endOf(stretch) - stretch.from, 10 * SECOND);
  showRange(stretch.from - length, endOf(stretch) + length);
  byId('entity').scrollIntoView();
}

function showMeasures() {
  const evaluation = index.evaluation;
  if (!evaluation) {
    return;
  }
  const own = (evaluation.byEntity || []).find(row => row.entity === view.entity.name);
  const named = [
    ['Kilter', evaluation.kilter], ['Random scores', evaluation.random],
    ['Always alarming', evaluation.alwaysAlarming], ...(own ? [[`Kilter, ${own.entity} alone`, own]] : []),
  ];
  const rows = named.map(([name, row]) => ({ cells: [name, ...MEASURES.map(measure => measured(row, measure))] }));
  const columns = [['', ''], ...MEASURES.map(([name]) => [name, 'number'])];
  fillSection('measures', 'Measured against the labels, all entities', columns, rows, '');
  beyondAlerts(evaluation).forEach(text => byId('measures').append(element('p', 'note', text)));
}

/** What no alert can tell: time without a score, and what health messages found. */
function beyondAlerts({ rowsNotJudged = {}, eventsNotJudged, health }) {
  const reasons = Object.entries(rowsNotJudged).map(([reason, count]) => `${reason} ${formatCount(count)}`);
  return [
    ...(reasons.length > 0
      ? [`Rows that were not judged: ${reasons.join(', ')}. ${plural(eventsNotJudged, 'label')} wholly among them, which no score can find.`]
      : []),
    ...(health
      ? [`Apart from the alerts, health messages overlap ${plural(health.eventsFound, 'label')}, of which no alert found ${formatCount(health.eventsFoundByNoAlert)}.`]
      : []),
  ];
}

function measured(row, [, read, format]) {
  const value = read(row);
  return value === null || value === undefined ? '–' : format(value);
}

function showDeadLetters() {
  const rows = Object.entries(index.deadLetters)
    .map(([reason, count]) => ({ cells: [reason, formatCount(count)] }));
  fillSection('dead-letters', 'Dead letters of the run', [['Reason', ''], ['Number', 'number']], rows,
    'None: every input could be used.');
}

// Numbers, times and lengths of time as a person reads them.
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SEVERITIES = ['minor', 'major', 'critical'];

function formatNumber(value) {
  if (value === undefined || value === null) {
    return '–';
  }
  const digits = Number(value.toPrecision(4));
  return Math.abs(digits) >= 1e6 ? digits.toExponential(3) : String(digits).replace('-', '−');
}

function formatCount(count) {
  return count.toLocaleString('en-US');
}

function plural(count, one, many = `${one}s`) {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function formatPercent(share) {
  return share === null || share === undefined ? '–' : `${Math.round(100 * share)}\u00a0%`;
}

/** A time of day and its day in UTC, to the second, or where that matters to the millisecond. */
function formatTime(millis, exact = false) {
  const text = new Date(Math.round(millis)).toISOString().replace('T', ' ');
  return exact ? text.slice(0, 23) : text.slice(0, 19);
}

function formatDay(millis) {
  const date = new Date(millis);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

function formatLength(millis) {
  const units = [[DAY, 'd'], [HOUR, 'h'], [MINUTE, 'min'], [SECOND, 's']];
  if (millis === 0) {
    return '0 s';
  }
  const first = units.findIndex(([unit]) => millis >= unit);
  if (first < 0) {
    return `${Math.round(millis)} ms`;
  }
  let rest = millis;
  return units.slice(first, first + 2).flatMap(([unit, name]) => {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    return count > 0 ? [`${count} ${name}`] : [];
  }).join(' ');
}

/** A unit in its usual signs, such as °C for Cel of UCUM. */
function formatUnit(unit) {
  return unit.replace(/^Cel$/, '°C').replace(/m2\b/, 'm²').replace(/m3\b/, 'm³');
}

/** Ticks of the time axis: the time of day, and below it the day where it changes. */
function formatTicks(chart, ticks, axis, space, step) {
  return ticks.map((tick, i) => {
    if (step >= 300 * DAY) {
      return String(new Date(tick).getUTCFullYear());
    }
    if (step >= DAY) {
      return formatDay(tick);
    }
    const end = step >= MINUTE ? 16 : step >= SECOND ? 19 : 23;
    const time = new Date(tick).toISOString().slice(11, end);
    const sameDay = i > 0 && formatDay(tick) === formatDay(ticks[i - 1]);
    return sameDay ? time : `${time}\n${formatDay(tick)}`;
  });
}

/** An element with a class and content; text is never taken for markup. */
function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...content);
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

/** A colour of the theme. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

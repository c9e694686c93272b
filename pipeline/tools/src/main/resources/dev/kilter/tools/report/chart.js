// One chart: its frame, its lines, and how pointer and wheel change the stretch of time.
const AXIS_WIDTH = 58;
const charts = [];

/** Adds a row with a text column beside a chart, and returns the chart; series are {line, colour, dash, width}. */
function addChart({ className, side, top = 5, height, series, timeAxis, y, draw }) {
  const row = element('div', `chart ${className}`, side, element('div', 'plot'));
  byId('charts').append(row);
  const holder = row.lastChild;
  const options = {
    width: holder.clientWidth,
    height: height + (timeAxis ? 40 : 6),
    ms: 1,
    tzDate: millis => uPlot.tzDate(new Date(millis), 'Etc/UTC'),
    padding: [top, 20, 0, 0],
    legend: { show: false },
    cursor: pointer(),
    select: { show: true },
    scales: { x: { time: true, auto: false }, y },
    axes: [timeAxisOptions(timeAxis), valueAxisOptions(y)],
    series: [{}, ...series.map(seriesOptions)],
    hooks: {
      drawClear: draw.behind ? [draw.behind] : [],
      draw: draw.before ? [draw.before] : [],
      setCursor: [showReadout],
      setSelect: [zoomToSelection],
    },
  };
  const chart = new uPlot(options, [view.entity.times, ...series.map(s => s.line.values)], holder);
  chart.setScale('x', { min: view.from, max: view.to });
  panWith(chart);
  charts.push(chart);
  return chart;
}

function seriesOptions({ line, colour: name, dash, width }) {
  return {
    stroke: () => colour(name),
    width: width || 1.25,
    dash,
    points: { show: line.values.length < 60, size: 4 },
    gaps: (chart) => line.gaps.map(gap => gap.map(time => Math.round(chart.valToPos(time, 'x', true)))),
  };
}

function timeAxisOptions(show) {
  return {
    show: true,
    size: show ? 40 : 6,
    values: show ? formatTicks : (chart, ticks) => ticks.map(() => ''),
    ...axisColours(),
    ticks: { show, stroke: () => colour('line'), width: 1, size: 4 },
  };
}

function valueAxisOptions(y) {
  return {
    size: AXIS_WIDTH,
    space: 26,
    ...axisColours(),
    ...(y.plain ? { values: (chart, ticks) => ticks.map(() => ''), grid: { show: false }, ticks: { show: false } } : {
      values: (chart, ticks) => ticks.map(formatNumber),
      ticks: { show: false },
    }),
  };
}

function axisColours() {
  return {
    font: '11px system-ui, "DejaVu Sans", sans-serif',
    stroke: () => colour('dim'),
    grid: { stroke: () => colour('grid'), width: 1 },
  };
}

function pointer() {
  return {
    y: false,
    points: { size: 6 },
    drag: { x: true, y: false, setScale: false, dist: 4 },
    sync: { key: 'report', filters: { pub: type => type === 'mousemove' || type === 'mouseleave' } },
    bind: { dblclick: () => () => showRange(...wholeRange()) },
  };
}

function zoomToSelection(chart) {
  const { left, width } = chart.select;
  if (width <= 0) {
    return;
  }
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  showRange(chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x'));
}

/** Shift with drag or wheel pans; a pinch, which comes as Ctrl with wheel, zooms. */
function panWith(chart) {
  chart.root.addEventListener('mousedown', event => event.shiftKey && beginPan(chart, event), true);
  chart.over.addEventListener('wheel', event => {
    const across = event.deltaX || (event.shiftKey ? event.deltaY : 0);
    if (across === 0 && !event.ctrlKey) {
      return;
    }
    event.preventDefault();
    const perPixel = (view.to - view.from) / chart.over.clientWidth;
    const grow = event.ctrlKey ? event.deltaY * perPixel : 0;
    showRange(view.from + across * perPixel - grow, view.to + across * perPixel + grow);
  }, { passive: false });
}

function beginPan(chart, begin) {
  begin.stopPropagation();
  begin.preventDefault();
  const { from, to } = view;
  const perPixel = (to - from) / chart.over.clientWidth;
  const move = event => {
    const moved = (begin.clientX - event.clientX) * perPixel;
    showRange(from + moved, to + moved);
  };
  const end = () => {
    chart.root.classList.remove('pan');
    removeEventListener('mousemove', move);
    removeEventListener('mouseup', end);
  };
  chart.root.classList.add('pan');
  addEventListener('mousemove', move);
  addEventListener('mouseup', end);
}

/** Shows a stretch of time in all charts, and says so in the address. */
function showRange(from, to) {
  setRange(from, to);
  charts.forEach(chart => chart.setScale('x', { min: view.from, max: view.to }));
  const exact = view.to - view.from < MINUTE;
  byId('range').textContent =
    `${formatTime(view.from, exact)} to ${formatTime(view.to, exact)} UTC, ${formatLength(view.to - view.from)}`;
  byId('reset').disabled = !isZoomed();
  keepAddress();
}

function resizeCharts(width) {
  charts.forEach(chart =>
    chart.setSize({ width: width || chart.root.parentNode.clientWidth, height: chart.height }));
}

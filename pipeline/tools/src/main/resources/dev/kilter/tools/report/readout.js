// The column beside the charts: what each line is, and its value under the pointer.
const readouts = [];

/** A title with its lines, each with a sample of how it is drawn. */
function lineSide(title, unit, lines) {
  const side = element('div', 'side', element('strong', '', title));
  if (unit) {
    side.append(element('span', 'unit', ` in\u00a0${formatUnit(unit)}`));
  }
  const list = element('dl');
  for (const { name, line, colour: kind, dash } of [...lines].reverse()) {
    const value = element('dd', '', ' ');
    value.dataset.value = `${title}/${name}`;
    list.append(element('i', dash ? `dashed ${kind}` : kind), element('dt', '', name), value);
    readouts.push(place => {
      value.textContent = place === null ? ' ' : formatNumber(valueAt(line, place, view.entity.times));
    });
  }
  side.append(list);
  return side;
}

/** The same for a channel, and for what it was masked. */
function channelSide(name, unit, lines) {
  const side = lineSide(name, unit, lines);
  const kinds = [...new Set(healthOf(name).map(span => span.kind))];
  if (kinds.length > 0) {
    side.append(element('p', 'trouble', `masked: ${kinds.join(', ')}`));
  }
  return side;
}

function laneSide(names) {
  return element('div', 'side', ...names.map(name => element('div', '', name)));
}

/** A row for each channel of the heat map, with its share. */
function heatSide() {
  const side = element('div', 'side', element('strong', '', 'Part in the score'));
  const shares = heatChannels().map(channel => {
    const share = element('b', '', '');
    const name = element('span', '', index.channels[channel].name);
    name.title = index.channels[channel].name;
    share.dataset.value = `part/${index.channels[channel].name}`;
    side.append(element('div', '', name, share));
    return share;
  });
  readouts.push(place => {
    const values = place === null ? [] : sharesAt(place);
    shares.forEach((share, i) => {
      share.textContent = place === null ? '' : formatPercent(values[i]);
    });
  });
  return side;
}

/** Called by each chart when the pointer is over any of them; the first one answers for all. */
function showReadout(chart) {
  if (chart !== charts[0]) {
    return;
  }
  const { idx, left } = chart.cursor;
  const place = idx === null || idx === undefined || left < 0 ? null : idx;
  readouts.forEach(show => show(place));
  byId('tip').hidden = place === null;
  if (place !== null) {
    showTip(chart, place, left);
  }
}

function showTip(chart, place, left) {
  const tolerance = 2 * (view.to - view.from) / chart.over.clientWidth;
  const texts = textsAt(chart.posToVal(left, 'x'), tolerance);
  byId('tip').replaceChildren(
    ...[`${formatTime(view.entity.times[place], true)} UTC`, ...texts].map(text => element('div', '', text)));
}

/** The tip stays beside the pointer, on the side where there is room. */
function moveTip(event) {
  const tip = byId('tip');
  const room = innerWidth - event.clientX > tip.offsetWidth + 30;
  tip.style.left = `${room ? event.clientX + 16 : event.clientX - tip.offsetWidth - 16}px`;
  tip.style.top = `${Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 8)}px`;
}

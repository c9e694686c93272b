// Light or dark: as the system says, until the button is pressed; on paper always light.
const systemDark = matchMedia('(prefers-color-scheme: dark)');
let chosenTheme = null;

function theme() {
  return chosenTheme || (systemDark.matches ? 'dark' : 'light');
}

function applyTheme(name) {
  document.documentElement.dataset.theme = name;
  byId('theme').textContent = name === 'dark' ? 'Light colours' : 'Dark colours';
  charts.forEach(chart => chart.redraw(false, true));
}

function installTheme() {
  applyTheme(theme());
  systemDark.addEventListener('change', () => applyTheme(theme()));
  byId('theme').addEventListener('click', () => {
    chosenTheme = theme() === 'dark' ? 'light' : 'dark';
    applyTheme(chosenTheme);
  });
  addEventListener('beforeprint', () => {
    applyTheme('light');
    resizeCharts(500);
  });
  addEventListener('afterprint', () => {
    applyTheme(theme());
    resizeCharts();
  });
}

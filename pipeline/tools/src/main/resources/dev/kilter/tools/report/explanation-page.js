// A page that holds one explanation and nothing else.
const charts = [];

function resizeCharts() {}

installTheme();
showExplanation(byId('explanation'), JSON.parse(byId('told').textContent));

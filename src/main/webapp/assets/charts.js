// Gives the charts of the overview the colours of the page, and the hours along their axes the viewer's zone.
const hour = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const dark = matchMedia('(prefers-color-scheme: dark)');
const drawn = new Set();

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function shown(label) {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(label) ? hour.format(new Date(label)) : label;
}

function paint(config) {
  for (const set of config.data.datasets) {
    set.backgroundColor = colour(`--chart-${set.colour}`);
    set.maxBarThickness = 36;
  }
  for (const axis of Object.values(config.options.scales)) {
    axis.grid = { color: colour('--line') };
    axis.ticks.color = colour('--muted');
  }
  config.options.plugins.legend.labels = { color: colour('--text') };
}

// PrimeFaces calls it with the chart's widget, before the chart is drawn.
window.gatehouseChart = function () {
  const config = this.cfg.config;
  config.data.labels = config.data.labels.map(shown);
  paint(config);
  drawn.add(this);
};

dark.addEventListener('change', () => {
  for (const widget of drawn) {
    if (!widget.chart) continue;
    paint(widget.chart.config);
    widget.chart.update();
  }
});

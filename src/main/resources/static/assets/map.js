// Draws the process beside its table and takes every name and number from the table, which is complete without it.
(() => {
  'use strict';

  const place = document.getElementById('map');
  const rows = [...document.querySelectorAll('#map-table tr[data-element]')];
  if (!place || !window.BpmnJS) return;

  const ways = [...document.querySelectorAll('#map-ways [data-element]')];

  // The drawing is written in Simplified Chinese; what the page does not name in its own language stays unnamed.
  const named = text => {
    const drawing = new DOMParser().parseFromString(text, 'application/xml');
    const names = new Map([...rows, ...ways].map(row => [row.dataset.element, row.dataset.name]));
    const asDrawn = document.documentElement.lang === 'zh-Hans';
    drawing.querySelectorAll('[id][name]').forEach(element => {
      const name = names.get(element.id);
      if (name) element.setAttribute('name', name);
      else if (!asDrawn && element.localName.endsWith('Flow')) element.removeAttribute('name');
    });
    return new XMLSerializer().serializeToString(drawing);
  };

  const badge = (count, more) => {
    const shown = document.createElement('span');
    shown.className = 'map-count' + more;
    shown.textContent = count;
    return shown;
  };

  const show = async () => {
    const answer = await fetch(place.dataset.src, {redirect: 'error'});
    if (!answer.ok) return;
    place.hidden = false;
    const viewer = new window.BpmnJS({container: place});
    await viewer.importXML(named(await answer.text()));
    // The table below says the same: the drawing is no stop for the keyboard.
    place.querySelectorAll('[tabindex], a').forEach(stop => stop.setAttribute('tabindex', '-1'));
    const overlays = viewer.get('overlays');
    const shapes = viewer.get('elementRegistry');
    rows.filter(row => shapes.get(row.dataset.element)).forEach(row => {
      const add = (count, position, more) => overlays.add(row.dataset.element, {position, html: badge(count, more)});
      if (Number(row.dataset.open)) add(row.dataset.open, {top: -12, left: -8}, '');
      if (Number(row.dataset.overdue)) add(row.dataset.overdue, {top: -12, right: 20}, ' map-overdue');
    });
    const canvas = viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(canvas.zoom() * 0.9, 'auto');
    document.getElementById('map-legend').hidden = false;
  };

  show();
})();

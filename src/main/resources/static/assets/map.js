// Draws the process beside its table and takes every name and number from the table, which is complete without it.
(() => {
  'use strict';

  // The drawing never gets smaller than can be read: where it is wider than its box, the box scrolls.
  const SMALLEST = 0.6;
  const EDGE = 30;

  const place = document.getElementById('map');
  const box = document.getElementById('map-box');
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
    box.hidden = false;
    const viewer = new window.BpmnJS({container: place, zoomScroll: {enabled: false}});
    await viewer.importXML(named(await answer.text()));
    // The table below says the same: nothing in the drawing is a stop for the keyboard, only the box that scrolls it.
    place.querySelectorAll('[tabindex], a').forEach(stop => stop.setAttribute('tabindex', '-1'));
    const overlays = viewer.get('overlays');
    const shapes = viewer.get('elementRegistry');
    rows.filter(row => shapes.get(row.dataset.element)).forEach(row => {
      const add = (count, position, more) => overlays.add(row.dataset.element, {position, html: badge(count, more)});
      if (Number(row.dataset.open)) add(row.dataset.open, {top: -12, left: -8}, '');
      if (Number(row.dataset.overdue)) add(row.dataset.overdue, {top: -12, right: 20}, ' map-overdue');
    });
    const canvas = viewer.get('canvas');
    const drawn = canvas.viewbox().inner;
    const scale = Math.min(1, Math.max(SMALLEST, box.clientWidth / (drawn.width + 2 * EDGE)));
    place.style.width = `max(100%, ${Math.ceil((drawn.width + 2 * EDGE) * scale)}px)`;
    place.style.height = `${Math.ceil((drawn.height + 2 * EDGE) * scale)}px`;
    canvas.resized();
    canvas.viewbox({
      x: drawn.x - EDGE, y: drawn.y - EDGE, width: place.clientWidth / scale, height: place.clientHeight / scale,
    });
    document.getElementById('map-legend').hidden = false;
  };

  show();
})();

// What is wrong with the page for fingers, eyes and keys. The Tab key has been pressed once on a page just entered.
const faults = [];
const name = e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
const shown = e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 0;
const all = selector => [...document.querySelectorAll(selector)].filter(shown);
const staff = document.body.classList.contains('staff');

// The first key reaches the way past the head of the page.
const first = document.activeElement;
const goal = first.matches('a[href^="#"]') && document.querySelector(first.getAttribute('href'));
if (!goal || !goal.querySelector('h1')) faults.push('the first Tab does not reach a skip link but ' + name(first));

// The edge of what is filled in is seen.
const colour = text => {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
  if (!parts) throw new Error('an unknown colour: ' + text);
  return parts.slice(1, 4).map(Number).concat(parts[4] === undefined ? 1 : Number(parts[4]));
};
const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const ground = e => e ? over(colour(getComputedStyle(e).backgroundColor), ground(e.parentElement)) : [255, 255, 255, 1];
const light = c => [.2126, .7152, .0722].reduce((sum, weight, i) => {
  const s = c[i] / 255;
  return sum + weight * (s <= .04045 ? s / 12.92 : ((s + .055) / 1.055) ** 2.4);
}, 0);
const contrast = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05);
const kinds = 'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea';
for (const e of all(kinds).filter(e => !e.matches(':disabled'))) {
  const style = getComputedStyle(e);
  const behind = ground(e.parentElement);
  const edges = ['Top', 'Right', 'Bottom', 'Left'].map(side =>
      style[`border${side}Style`] === 'none' || parseFloat(style[`border${side}Width`]) < 1 ? 1
          : contrast(over(colour(style[`border${side}Color`]), behind), behind));
  const least = Math.min(...edges);
  if (least < 3) faults.push(`the edge has a contrast of ${least.toFixed(2)}: ${name(e)}`);
}

// Whatever the keys reach shows that they are there, and nothing lies over it.
const sticks = e => {
  for (let up = e; up; up = up.parentElement) {
    if (['sticky', 'fixed'].includes(getComputedStyle(up).position)) return up;
  }
  return null;
};
const points = e => [...e.getClientRects()].slice(0, 1).flatMap(r =>
    [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].map(([x, y]) => [r.left + r.width * x, r.top + r.height * y]))
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
const cover = e => {
  const over = points(e).map(([x, y]) => document.elementFromPoint(x, y)).filter(hit => hit && !e.contains(hit));
  const stuck = over.map(sticks).find(up => up && !up.contains(e));
  if (stuck) return stuck;
  return points(e).length > 0 && over.length === points(e).length && !over[0].contains(e) ? over[0] : null;
};
const reached = all('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]')
    .filter(e => e.tabIndex >= 0 && !e.matches(':disabled'));
for (const e of [...reached, ...[...reached].reverse()]) {
  e.focus();
  const style = getComputedStyle(e);
  if (document.activeElement !== e) faults.push('cannot be focused: ' + name(e));
  else if (!e.matches(':focus-visible') || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) {
    faults.push('focus is not seen on ' + name(e));
  } else if (cover(e)) faults.push(name(cover(e)) + ' lies over the focused ' + name(e));
}
document.activeElement.blur();
scrollTo(0, 0);

// Targets are large enough for a finger; a link within a sentence is as high as its line.
const block = e => getComputedStyle(e.parentElement).display === 'inline' ? block(e.parentElement) : e.parentElement;
const inSentence = e => getComputedStyle(e).display === 'inline'
    && block(e).textContent.replace(/\s/g, '').length > e.textContent.replace(/\s/g, '').length;
const small = (e, least) => {
  const box = e.getBoundingClientRect();
  return Math.min(box.width, box.height) < least - .1
      ? `${box.width.toFixed(1)}x${box.height.toFixed(1)} is smaller than ${least}: ${name(e)}` : null;
};
const targets = all('a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button]')
    .filter(e => !e.matches(':disabled,[aria-hidden=true]'));
faults.push(...targets.filter(e => !inSentence(e)).map(e => small(e, 24)).filter(fault => fault));
if (!staff) {
  const least = document.documentElement.classList.contains('larger') ? 60 : 44;
  faults.push(...targets.filter(e => e.matches('.btn-primary,.button.primary')).map(e => small(e, least))
      .filter(fault => fault));
}

// Help is where it always is: the last thing the keys reach, after the page's own part.
const main = document.querySelector('main');
const helps = reached.filter(e => e.matches('a') && e.pathname.endsWith('/help') && !main.contains(e));
if (helps.length !== 1) faults.push(`${helps.length} links to the help around the page`);
else if (helps[0] !== reached[reached.length - 1]) faults.push('the help is not the last link of the page');
return [...new Set(faults)];

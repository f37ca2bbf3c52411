// Comfort on top of pages that work without it: nothing here is needed to get anything done.
(() => {
  'use strict';

  // A form is sent once: its buttons rest as soon as sending has begun, and wake when the page is shown again.
  document.addEventListener('submit', event => {
    const form = event.target;
    setTimeout(() => {
      if (event.defaultPrevented) return;
      form.querySelectorAll('button[type=submit]').forEach(button => { button.disabled = true; });
    });
  });
  window.addEventListener('pageshow', event => {
    if (event.persisted) {
      document.querySelectorAll('button[type=submit]:disabled').forEach(button => { button.disabled = false; });
    }
  });

  const summary = document.querySelector('.error-summary');
  if (summary) {
    summary.tabIndex = -1;
    summary.focus();
  }

  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach(details => { details.open = true; });
  });

  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('meta[name=csrf]');
    if (token && event.detail.verb !== 'get') event.detail.headers['X-CSRF-TOKEN'] = token.content;
  });

  // Two minutes before the session ends a notice says so, and one click keeps it.
  const region = document.getElementById('session-notice');
  if (region) {
    const notice = region.firstElementChild;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      notice.hidden = true;
      timer = setTimeout(() => { notice.hidden = false; }, (Number(region.dataset.idle) - 125) * 1000);
    };
    wait();
    document.addEventListener('htmx:afterRequest', wait);
    notice.querySelector('a').addEventListener('click', event => {
      event.preventDefault();
      fetch('/account/stay', {redirect: 'error'}).then(wait, () => { location.reload(); });
    });
  }

  // Keys on the worklist only, never while something is typed or composed, and only for those who leave them on.
  const list = document.querySelector('table[data-keys]');
  const keys = document.getElementById('keys');
  if (list && keys) {
    const on = document.getElementById('keys-on');
    keys.hidden = false;
    on.checked = localStorage.getItem('keys') !== 'off';
    on.addEventListener('change', () => localStorage.setItem('keys', on.checked ? 'on' : 'off'));
    const lines = [...list.querySelectorAll('tbody th a')];
    const move = step => {
      const now = lines.indexOf(document.activeElement);
      const next = now < 0 ? 0 : Math.min(Math.max(now + step, 0), lines.length - 1);
      lines[next].focus();
    };
    const acts = {
      j: () => move(1),
      k: () => move(-1),
      '/': () => document.getElementById('receipt').focus(),
      '?': () => { keys.open = !keys.open; keys.querySelector('summary').focus(); }
    };
    document.addEventListener('keydown', event => {
      const typing = event.target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]');
      if (!on.checked || typing || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (acts[event.key]) {
        event.preventDefault();
        acts[event.key]();
      }
    });
  }
})();

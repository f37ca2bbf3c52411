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
})();

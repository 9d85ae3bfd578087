// Tells the site what a member looked at and passed by, where they let it: only beside a [data-signals] of the page.
(() => {
  const SHOWN_MS = 1000;
  const opened = Date.now();
  const seen = new Map();
  const followed = new Set();
  let page = null;
  let ended = false;

  const idOf = card => card.querySelector('a[href*="/listings/"]')?.href.split('?')[0].split('/').pop();
  const mint = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
    (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));
  const line = (kind, listing, seconds) => [mint(), kind, listing, seconds].join(' ');
  const send = lines => {
    const csrf = document.querySelector('input[name=csrf]')?.value;
    if (csrf && lines.length) {
      navigator.sendBeacon('/signals', new URLSearchParams({ csrf, signals: lines.join('\n') }));
    }
  };

  const shown = new IntersectionObserver(entries => entries.forEach(entry => {
    const id = idOf(entry.target);
    if (!id) return;
    clearTimeout(seen.get(id)?.timer);
    if (entry.isIntersecting) {
      const state = seen.get(id) ?? { shown: false };
      state.timer = setTimeout(() => { state.shown = true; }, SHOWN_MS);
      seen.set(id, state);
    }
  }), { threshold: 0.6 });

  const watch = () => document.querySelectorAll('[data-signals]:not([data-watched])').forEach(part => {
    part.dataset.watched = 'yes';
    part.querySelectorAll('.p-card').forEach(card => shown.observe(card));
    if (part.dataset.listing && !page) {
      page = part.dataset.listing;
      send([line('VIEW', page, 0)]);
    }
  });

  document.addEventListener('click', event => {
    const card = event.target.closest('.p-card');
    if (card) followed.add(idOf(card));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || ended) return;
    ended = true;
    const skipped = [...seen].filter(([id, state]) => state.shown && !followed.has(id)).map(([id]) => line('SKIP', id, 0));
    const stayed = page ? [line('DWELL', page, Math.min(3600, Math.round((Date.now() - opened) / 1000)))] : [];
    send([...stayed, ...skipped]);
  });
  document.addEventListener('htmx:afterSettle', watch);
  watch();
})();

// Small comforts on top of pages that work without them: suggestions by keyboard, voice search, quantity buttons.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  $('.err-sum')?.focus();

  // Quantity: the two buttons appear only where this script can make them work.
  const ready = root => all('.qty button[hidden]', root).forEach(button => { button.hidden = false; });
  ready(document);
  document.addEventListener('htmx:afterSwap', event => ready(event.target.parentNode || document));
  document.addEventListener('click', event => {
    const button = event.target.closest('.qty button[data-step]');
    if (!button) return;
    const input = $('input', button.parentNode);
    const wanted = (Number(input.value) || 0) + Number(button.dataset.step);
    input.value = Math.min(Number(input.max) || wanted, Math.max(Number(input.min), wanted));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // A search narrowed or sorted anew: what was unfolded stays so, and readers begin at the heading.
  let unfolded = [];
  const folds = () => all('#found details');
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.target.id === 'found') unfolded = folds().filter(fold => fold.open).map(fold => $('summary', fold).textContent);
  });
  document.addEventListener('htmx:afterSettle', () => {
    if (!unfolded.length && !$('#found')) return;
    folds().forEach(fold => { if (unfolded.includes($('summary', fold).textContent)) fold.open = true; });
    if (unfolded.length) $('#found h1')?.focus({ preventScroll: true });
    unfolded = [];
  });

  // Suggestions: a list the field controls. The field keeps the focus, arrows choose, Enter goes there, Escape closes.
  const form = $('.search');
  if (!form) return;
  const field = $('input[type=search]', form);
  const list = $('.suggest', form);
  const said = $('#suggest-said', form);
  const options = () => all('[role=option]', list);
  const chosen = () => $('[aria-selected=true]', list);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', 'suggestions');
  field.setAttribute('aria-expanded', 'false');
  const choose = option => {
    chosen()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
  };
  const close = () => { list.replaceChildren(); said.textContent = ''; opened(); };
  const opened = () => {
    field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-expanded', String(options().length > 0));
    said.textContent = list.firstElementChild?.dataset.said || '';
  };
  list.addEventListener('htmx:afterSwap', opened);
  field.addEventListener('keydown', event => {
    const from = options();
    if (!from.length || event.isComposing) return;
    const at = from.indexOf(chosen());
    if (event.key === 'ArrowDown') choose(from[at + 1]);
    else if (event.key === 'ArrowUp') choose(at < 0 ? from.at(-1) : from[at - 1]);
    else if (event.key === 'Enter' && at >= 0) location.assign(from[at].href);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  document.addEventListener('click', event => { if (!form.contains(event.target)) close(); });
  form.addEventListener('focusout', event => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });

  // Voice: shown only where the browser has it; the words land in the field, never only in the air.
  const Speech = window.SpeechRecognition || window.webkitSpeechRecognition;
  const mic = $('.mic', form);
  if (!Speech || !mic || !window.isSecureContext) return;
  mic.hidden = false;
  mic.addEventListener('click', () => {
    const hearing = new Speech();
    hearing.lang = document.documentElement.lang || 'zh-CN';
    hearing.interimResults = true;
    const end = () => mic.setAttribute('aria-pressed', 'false');
    hearing.onresult = event => {
      field.value = event.results[0][0].transcript;
      if (event.results[0].isFinal) form.requestSubmit();
    };
    hearing.onend = end;
    hearing.onerror = () => { end(); field.focus(); };
    mic.setAttribute('aria-pressed', 'true');
    hearing.start();
    setTimeout(() => hearing.stop(), 8000);
  });
})();

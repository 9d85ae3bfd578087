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

  // Suggestions: arrows walk the list, Escape leaves it.
  const form = $('.search');
  if (!form) return;
  const field = $('input[type=search]', form);
  const list = $('.suggest', form);
  form.addEventListener('keydown', event => {
    const links = list ? all('a', list) : [];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape' && links.length) { list.replaceChildren(); field.focus(); }
    if (!links.length || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    const to = at + (event.key === 'ArrowDown' ? 1 : -1);
    (links[to] || field).focus();
  });
  document.addEventListener('click', event => { if (list && !form.contains(event.target)) list.replaceChildren(); });

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

{
  const links = '.sw-bar [data-copied]';
  let status, timer;

  const say = (...words) => {
    clearTimeout(timer);
    status?.replaceChildren(...words);
  };

  const copy = async (link) => {
    const text = link.getAttribute('href');
    say();
    status = link.closest('.sw-bar').lastElementChild;
    try {
      if (navigator.share && matchMedia('(pointer: coarse)').matches) return await navigator.share({ url: text });
      await navigator.clipboard.writeText(text);
    } catch ({ name }) {
      if (name === 'AbortError') return;
      const shown = document.createElement('b');
      shown.append(text);
      shown.addEventListener('copy', (event) => {
        event.preventDefault();
        event.stopPropagation();
        event.clipboardData.setData('text/plain', text);
      });
      say(link.dataset.refused, shown);
      getSelection().selectAllChildren(shown);
      if (!document.execCommand('copy')) return;
    }
    say(link.dataset.copied);
    timer = setTimeout(say, 6000);
  };

  document.querySelectorAll(links).forEach((link) => (link.role = 'button'));

  ['click', 'keydown', 'focusin'].forEach((type) => document.addEventListener(type, (event) => {
    const { key, target } = event;
    const link = target.closest(links);
    if (link && (key === ' ' || type === 'click')) {
      event.preventDefault();
      event.repeat || (key ? link.click() : copy(link));
    } else if (key ? key === 'Escape' : !status?.contains(target)) {
      say();
    }
  }));
}

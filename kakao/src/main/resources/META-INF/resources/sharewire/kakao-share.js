// See KakaoScript.java
{
  const { key, sdk, integrity, page } = document.currentScript.dataset;
  const links = '.sw-bar [data-channel="kakao"]';
  let loading;

  const load = () => loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
    script.onload = resolve;
    script.onerror = reject;
    script.src = sdk;
    document.head.append(script);
  });

  const asked = (href) => {
    const fields = new URL(href).searchParams;
    const said = JSON.parse(fields.get('validation_params') ?? '{}');
    const [before, after] = (page ?? '').split('{url}');
    const onPage = page && href.startsWith(before) && href.endsWith(after);
    const share = {
      requestUrl: said.request_url
        ?? (onPage ? decodeURIComponent(href.slice(before.length, href.length - after.length)) : href),
    };
    if (said.template_id) Object.assign(share, { templateId: said.template_id, templateArgs: said.template_args });
    if (fields.has('lcba')) share.serverCallbackArgs = JSON.parse(fields.get('lcba'));
    return share;
  };

  document.addEventListener('click', async (event) => {
    const link = event.target.closest(links);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    const href = link.getAttribute('href');
    try {
      await load();
      Kakao.isInitialized() || Kakao.init(key);
      Kakao.Share.sendScrap(asked(href));
    } catch {
      loading = undefined;
      location.assign(href);
    }
  });
}

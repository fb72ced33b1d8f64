// Reloads the page after a good build, and shows the report of a failed one above it.
// Added to pages by the development server only (live.py); never part of the site.
(() => {
  const mine = document.currentScript.dataset;
  let banner;

  const show = (report) => {
    banner?.remove();
    if (!report) return;
    banner = document.createElement("pre");
    banner.id = "build-report";
    banner.setAttribute("role", "alert");
    banner.textContent = `The last build failed; this is the one before.\n\n${report}`;
    // Set one by one, because a page's policy may forbid a style attribute.
    Object.assign(banner.style, {
      position: "fixed",
      inset: "0 0 auto 0",
      zIndex: "2147483647",
      margin: "0",
      padding: "1rem",
      maxHeight: "50vh",
      overflow: "auto",
      whiteSpace: "pre-wrap",
      font: "14px/1.4 monospace",
      color: "#fff",
      background: "#8b0000",
    });
    document.body.append(banner);
  };

  new EventSource(`/-/news?page=${encodeURIComponent(mine.page)}`).onmessage = ({ data }) => {
    const news = JSON.parse(data);
    const current = mine.version
      ? mine.version === news.version
      : mine.build === (news.previewed.includes(mine.page) ? news.preview : news.build);
    if (!current) location.reload();
    else if (mine.build) show(news.report);
  };
})();

// Tags with a page each, articles with those before and after, a feed, a sitemap, an archive.
module.exports = function (config) {
  config.addPassthroughCopy("pictures");
  config.addPassthroughCopy("style.css");
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("newest", (all, count) => all.slice(-count).reverse());
  config.addCollection("tagged", (api) => {
    const tags = new Map();
    for (const post of api.getFilteredByTag("posts").reverse()) {
      for (const tag of post.data.tags) {
        if (tag === "posts") continue;
        if (!tags.has(tag)) tags.set(tag, []);
        tags.get(tag).push(post);
      }
    }
    const pages = [];
    for (const [tag, posts] of [...tags].sort()) {
      const path = `/tags/${tag.replaceAll(" ", "-")}/`;
      const last = Math.ceil(posts.length / 30);
      for (let page = 1; page <= last; page++) {
        pages.push({
          tag,
          posts: posts.slice((page - 1) * 30, page * 30),
          path: page === 1 ? path : `${path}page/${page}/`,
          newer: page === 1 ? "" : page === 2 ? path : `${path}page/${page - 1}/`,
          older: page < last ? `${path}page/${page + 1}/` : "",
        });
      }
    }
    return pages;
  });
  return { dir: { output: "public" }, markdownTemplateEngine: false };
};

// Loads and filters the findings of a linkcheck report. The pages work without it.
(function () {
  "use strict";

  const STEP = 100; // entries added by a click
  const PLACES = 5; // places shown of a finding before more are asked for
  const EAGER = 16; // data files that a search loads without asking

  // Data files are scripts that call linkcheck.data(name, value): a page opened from disk may not
  // read files.
  const waiting = new Map();
  window.linkcheck = Object.freeze({
    data(name, value) {
      const wait = waiting.get(name);
      if (wait) wait(value);
      else if (name === "manifest") start(value);
    },
  });

  function load(name) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      const end = function () { waiting.delete(name); script.remove(); };
      waiting.set(name, function (value) { end(); resolve(value); });
      script.onerror = function () { end(); reject(new Error("cannot load data/" + name + ".js")); };
      script.src = "data/" + name + ".js";
      document.head.append(script);
    });
  }

  const figures = new Intl.NumberFormat("en-US");
  function grouped(number) { return figures.format(number); }
  function counted(number, one) { return grouped(number) + " " + one + (number === 1 ? "" : "s"); }

  // Everything is text: no string of a report ever becomes markup.
  function make(tag, style, ...content) {
    const element = document.createElement(tag);
    if (style) element.className = style;
    element.append(...content);
    return element;
  }

  function button(label, action) {
    const element = make("button", "", label);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  // The rule of HTMLText.isLink.
  function isLink(url) {
    return /^https?:\/\/[^\u0000-\u0020"<>\\\u2026\ufffd]+$/i.test(url);
  }

  function link(url, style) {
    const element = make("a", style, url);
    element.rel = "noreferrer noopener";
    element.href = url;
    return element;
  }

  function address(url) { return isLink(url) ? link(url, "address") : make("code", "", url); }

  let manifest = null;
  let groups = [];
  const filter = { text: "", code: "", off: new Set() };

  // The fields of a finding; see FindingShards.swift.
  const INDEX = 0, TARGET = 1, URL = 2, MESSAGE = 3, SUGGESTION = 4, COUNT = 5, FILE = 6, OFFSET = 7,
    PLACE = 8;

  class Group {
    constructor(section, data) {
      this.section = section;
      this.data = data;
      this.list = section.querySelector(".findings");
      this.found = []; // findings loaded so far
      this.texts = []; // what a search looks at, lower case
      this.files = data.files.map(function (file) { return file[0]; });
      this.shown = this.list.children.length;
      this.isStatic = true; // the list is still the one in the page
      this.busy = null;
      this.foot = section.querySelector(":scope > .more") || make("p", "more");
      section.append(this.foot);
      this.showFoot(data.count);
    }

    get isLoaded() { return this.files.length === 0; }

    loadNext() {
      if (this.isLoaded) return Promise.resolve();
      if (this.busy) return this.busy;
      const group = this;
      this.busy = load(this.files[0]).then(function (findings) {
        group.files.shift();
        group.busy = null;
        for (const finding of findings) {
          group.found.push(finding);
          group.texts.push([
            finding[TARGET], finding[URL], finding[MESSAGE], finding[SUGGESTION],
            finding[PLACE] ? finding[PLACE][0] : "",
          ].join("\n").toLowerCase());
        }
      }, function (error) {
        group.busy = null;
        throw error;
      });
      return this.busy;
    }

    matches() {
      if (!filter.text) return this.found;
      const words = filter.text.split(/\s+/);
      const texts = this.texts;
      return this.found.filter(function (_, index) {
        return words.every(function (word) { return texts[index].includes(word); });
      });
    }

    // Shows the first `limit` findings that match, and keeps those that are there already.
    render(limit) {
      const matches = this.matches();
      this.isStatic = false;
      this.limit = limit;
      const shown = matches.slice(0, limit);
      const items = new Map();
      for (const item of this.list.children) items.set(item.id, item);
      const common = this.data.common;
      this.list.replaceChildren(...shown.map(function (finding) {
        return items.get("finding-" + finding[INDEX]) || makeFinding(finding, common);
      }));
      this.shown = shown.length;
      if (!shown.length && filter.text) this.list.append(make("li", "finding empty", "no match here"));
      this.showFoot(filter.text && this.isLoaded ? matches.length
        : filter.text ? matches.length : this.data.count);
      return matches.length;
    }

    showFoot(total) {
      const rest = total - this.shown;
      this.foot.hidden = rest <= 0;
      if (rest <= 0) return;
      const group = this;
      this.foot.replaceChildren(
        "… and " + grouped(rest) + " more ",
        button("Show " + grouped(Math.min(STEP, rest)) + " more", function () { group.more(this); }));
    }

    async more(pressed) {
      pressed.disabled = true;
      const wanted = this.shown + STEP;
      try {
        while (!this.isLoaded && this.matches().length < wanted) await this.loadNext();
        const before = this.shown;
        this.render(wanted);
        focusOn(this.list.children[before]);
      } catch (error) {
        this.foot.replaceChildren(String(error.message));
      }
    }
  }

  // Moves the focus to an entry that a click brought, where reading goes on.
  function focusOn(item) {
    if (!item) return;
    const target = item.querySelector("summary, .head");
    if (!target) return;
    if (!target.matches("summary")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  function says(finding, common) {
    const parts = [];
    if (finding[MESSAGE] !== common) parts.push(" ", make("span", "message", finding[MESSAGE]));
    if (finding[SUGGESTION] !== null) {
      parts.push(" ", make("span", "suggestion", finding[SUGGESTION]));
    }
    return parts;
  }

  function makeFinding(finding, common) {
    const item = make("li", "finding");
    item.id = "finding-" + finding[INDEX];
    if (finding[URL] === null && finding[COUNT] === 1) {
      item.append(make("div", "head", ...makePlace(finding[PLACE]), ...says(finding, common)));
      return item;
    }
    const name = finding[TARGET] !== null ? finding[TARGET]
      : finding[URL] !== null ? finding[URL] || "(empty)" : "(no one target)";
    const head = make("span", "head",
      make("span", "places", counted(finding[COUNT], "place")), " ",
      make("code", "target", name), ...says(finding, common));
    const body = make("div", "body");
    if (finding[URL] !== null) {
      body.append(make("p", "written", "written as ", address(finding[URL])));
    }
    const list = make("ol", "placelist");
    body.append(list);
    const details = make("details", "", make("summary", "", head), body);
    item.append(details);
    if (finding[COUNT] === 1) {
      list.append(make("li", "", ...makePlace(finding[PLACE])));
    } else {
      const places = new Places(finding, list, body);
      details.addEventListener("toggle", function () { if (details.open) places.first(); });
    }
    return item;
  }

  function makePlace(place) {
    const [file, line, column, kind, role, url] = place;
    const code = make("code", "place", isLink(file) ? link(file, "") : file);
    if (line) code.append(make("span", "at", ":" + line + (column ? ":" + column : "")));
    const parts = [code];
    if (role !== undefined) {
      const words = [manifest.kinds[kind], manifest.roles[role]].filter(Boolean).join(" ");
      parts.push(" ", make("span", "kind", words));
    }
    if (url !== undefined) {
      parts.push(" ", make("span", "written", "as ", make("code", "", url)));
    }
    return parts;
  }

  // The places of a finding: they begin in one data file and can go on in the next ones.
  class Places {
    constructor(finding, list, body, shown) {
      this.rest = finding[COUNT] - (shown || 0);
      this.number = Number(finding[FILE].slice(1));
      this.offset = finding[OFFSET] + (shown || 0);
      this.list = list;
      this.foot = make("p", "more");
      this.foot.hidden = true;
      body.append(this.foot);
      this.begun = Boolean(shown);
    }

    first() {
      if (this.begun) return;
      this.begun = true;
      this.add(PLACES);
    }

    async add(count) {
      let wanted = Math.min(count, this.rest);
      try {
        while (wanted > 0) {
          const name = "p" + String(this.number).padStart(4, "0");
          const places = await load(name);
          const part = places.slice(this.offset, this.offset + wanted);
          if (this.offset + part.length >= places.length && wanted > part.length) {
            this.number += 1;
            this.offset = 0;
          } else {
            this.offset += part.length;
          }
          for (const place of part) this.list.append(make("li", "", ...makePlace(place)));
          wanted -= part.length;
          this.rest -= part.length;
        }
        this.showFoot();
      } catch (error) {
        this.foot.hidden = false;
        this.foot.replaceChildren(String(error.message));
      }
    }

    showFoot() {
      const places = this;
      this.foot.hidden = this.rest === 0;
      if (this.rest === 0) return;
      this.foot.replaceChildren("… and " + grouped(this.rest) + " more ",
        button("Show " + grouped(Math.min(STEP, this.rest)) + " more", async function () {
          this.disabled = true;
          const before = places.list.children.length;
          await places.add(STEP);
          const next = places.list.children[before];
          if (next) { next.tabIndex = -1; next.focus({ preventScroll: true }); }
        }));
    }
  }

  let search = 0; // tells a search from the ones before it

  function visible() {
    return groups.filter(function (group) {
      return (!filter.code || group.data.id === filter.code) && !filter.off.has(group.data.severity);
    });
  }

  async function apply(all) {
    const mine = ++search;
    const chosen = visible();
    for (const group of groups) group.section.hidden = !chosen.includes(group);
    const status = document.getElementById("filter-status");
    if (!filter.text) {
      for (const group of chosen) {
        // The list in the page is the beginning of what an empty search finds.
        if (!group.isStatic) {
          if (!group.found.length) await group.loadNext();
          group.render(STEP);
        }
      }
      const count = chosen.reduce(function (sum, group) { return sum + group.data.count; }, 0);
      status.replaceChildren(filter.code || filter.off.size ? counted(count, "finding") : "");
      return;
    }
    const total = chosen.reduce(function (sum, group) { return sum + group.data.count; }, 0);
    const show = function () {
      let matching = 0, loaded = 0;
      for (const group of chosen) {
        matching += group.render(STEP);
        loaded += group.found.length;
      }
      const rest = total - loaded;
      status.replaceChildren(
        grouped(matching) + (matching === 1 ? " match" : " matches") + " in "
        + (rest > 0 ? "the first " + grouped(loaded) + " of " : "") + counted(total, "finding"));
      return rest;
    };
    try {
      let budget = all ? Infinity : EAGER;
      for (const group of chosen) {
        while (!group.isLoaded && budget > 0) {
          if (!group.busy) budget -= 1;
          await group.loadNext();
          if (mine !== search) return;
          status.replaceChildren("searching …");
        }
      }
      if (show() > 0) status.append(" ", button("Search all", function () { apply(true); }));
    } catch (error) {
      status.replaceChildren(String(error.message));
    }
  }

  function openTarget() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const details = target && target.querySelector && target.querySelector("details");
    if (details && target.classList.contains("finding")) details.open = true;
  }

  // Entries of the page itself hold their first places; the others come with the group's data.
  function serveStaticEntries(group) {
    group.list.addEventListener("toggle", async function (event) {
      const item = event.target.closest(".finding");
      const foot = item && item.querySelector(".body > .more");
      if (!event.target.open || !foot || foot.dataset.served || !group.isStatic) return;
      foot.dataset.served = "yes";
      const index = Number(item.id.slice("finding-".length));
      try {
        let finding;
        const find = function () {
          finding = group.found.find(function (one) { return one[INDEX] === index; });
          return finding;
        };
        while (!find() && !group.isLoaded) await group.loadNext();
        if (!finding) return;
        const list = item.querySelector(".placelist");
        const places = new Places(finding, list, item.querySelector(".body"), list.children.length);
        foot.remove();
        places.showFoot();
      } catch (error) {
        foot.replaceChildren(String(error.message));
      }
    }, true);
  }

  function start(data) {
    manifest = data;
    for (const section of document.querySelectorAll("section.group")) {
      const group = new Group(section, data.groups[Number(section.dataset.group)]);
      groups.push(group);
      serveStaticEntries(group);
    }
    const form = document.getElementById("filter");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    let timer = 0;
    document.getElementById("filter-text").addEventListener("input", function () {
      filter.text = this.value.trim().toLowerCase();
      clearTimeout(timer);
      timer = setTimeout(function () { apply(false); }, 150);
    });
    document.getElementById("filter-code").addEventListener("change", function () {
      filter.code = this.value;
      apply(false);
    });
    for (const box of form.querySelectorAll("[name=severity]")) {
      box.addEventListener("change", function () {
        if (box.checked) filter.off.delete(box.value);
        else filter.off.add(box.value);
        apply(false);
      });
    }
  }

  window.addEventListener("hashchange", openTarget);
  document.addEventListener("DOMContentLoaded", openTarget);
})();

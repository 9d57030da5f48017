
"use strict";
(() => {
  const tip = document.getElementById("tip");
  const form = document.getElementById("filters");
  const findings = new Map([...document.querySelectorAll(".finding")].map(item => [item.id, item]));
  const marks = [...document.querySelectorAll("a.at > mark")];
  const levels = ["error", "warning", "info", "against"];
  const wide = matchMedia("(min-width: 761px)");
  let pinned = null;

  const open = mark => mark.dataset.findings.split(" ").filter(name => !findings.get(name).hidden);

  function level(mark) {
    const against = (mark.dataset.against || "").split(" ");
    const of = name => against.includes(name) ? "against" : findings.get(name).dataset.severity;
    const there = open(mark).map(of);
    return levels.find(one => there.includes(one)) || "off";
  }

  function filter() {
    const off = new Set([...form.querySelectorAll("input:not(:checked)")].map(box => box.value));
    for (const item of findings.values()) {
      item.hidden = off.has(item.dataset.severity) || off.has(item.dataset.kind);
    }
    for (const mark of marks) {
      const now = level(mark);
      mark.classList.remove(...levels, "off");
      mark.classList.add(now);
      mark.parentElement.tabIndex = now === "off" ? -1 : 0;
    }
    hide();
  }

  function show(mark) {
    const names = open(mark);
    if (!names.length) return hide();
    tip.replaceChildren(...names.map(name => {
      const part = document.createElement("div");
      part.className = findings.get(name).className.replace("selected", "").replace("finding", "");
      part.append(...[...findings.get(name).children].map(child => child.cloneNode(true)));
      const link = part.querySelector(".where a");
      if (link) link.href = "#" + name;
      return part;
    }));
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - tip.offsetHeight - 8)) + "px";
  }

  function hide() {
    tip.hidden = true;
    pinned = null;
    for (const one of document.querySelectorAll(".selected")) one.classList.remove("selected");
  }

  function select(mark) {
    hide();
    pinned = mark;
    mark.classList.add("selected");
    const names = open(mark);
    for (const name of names) findings.get(name).classList.add("selected");
    if (names.length && wide.matches) findings.get(names[0]).scrollIntoView({ block: "nearest" });
    show(mark);
  }

  for (const mark of marks) {
    const link = mark.parentElement;
    link.addEventListener("click", event => { event.preventDefault(); select(mark); });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) select(mark); });
    link.addEventListener("mouseenter", () => { if (!pinned) show(mark); });
    link.addEventListener("mouseleave", () => { if (!pinned) hide(); });
  }
  for (const [name, item] of findings) {
    const link = item.querySelector(".where a");
    const mark = link && document.getElementById("m" + name.slice(1));
    if (!mark || !mark.dataset.findings) continue;
    link.addEventListener("click", () => setTimeout(() => select(mark)));
  }
  tip.addEventListener("click", event => { if (event.target.closest("a")) hide(); });
  document.addEventListener("click", event => { if (!event.target.closest("a.at, #tip, .finding")) hide(); });
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", () => { if (pinned && wide.matches) show(pinned); }, { passive: true });
  form.addEventListener("change", filter);
  form.hidden = !findings.size;
  filter();
})();

// Looks at pages that stand in frames of several widths and says what is wrong with them, a line each.
"use strict";

const problems = [];

function lightness([r, g, b]) {
  const [x, y, z] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function numbers(colour) {
  return (colour.match(/[\d.]+/g) || []).map(Number);
}

// The colour behind an element: that of the nearest one around it which has any.
function ground(element, view) {
  for (let one = element; one; one = one.parentElement) {
    const colour = numbers(view.getComputedStyle(one).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
}

function hasOwnText(element) {
  return [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
}

function contrasts(page, view, say) {
  const worst = new Map();
  for (const element of page.body.querySelectorAll("*")) {
    if (!hasOwnText(element) || element.closest("svg, .sr, .skip, .pop")) continue;
    const ink = numbers(view.getComputedStyle(element).color);
    const [a, b] = [lightness(ink), lightness(ground(element, view))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const name = element.tagName + "." + element.className;
    if (ratio < 4.5) worst.set(name, ratio.toFixed(2));
  }
  for (const [name, ratio] of worst) say(`contrast of ${name} is ${ratio}`);
}

// Notes and texts of the article: none may lie upon another.
function overlaps(page, say) {
  const boxes = [...page.querySelectorAll(".text, .margin > li, .misplaced > li, .number")].map((element) => [
    element,
    element.getBoundingClientRect(),
  ]);
  boxes.sort((a, b) => a[1].top - b[1].top);
  boxes.forEach(([element, box], n) => {
    for (const [other, below] of boxes.slice(n + 1)) {
      if (below.top >= box.bottom - 0.5) break;
      if (below.left < box.right - 0.5 && box.left < below.right - 0.5) {
        say(`overlap: ${element.id || element.className} and ${other.id || other.className}`);
      }
    }
  });
  return boxes.length;
}

// Nothing of a text may have become anything but text.
function foreign(page, say) {
  const known =
    "html head meta title style body a header p h1 h2 dl div dt dd figure figcaption span svg rect circle main article section nav " +
    "mark ul li q b i bdi br code table caption thead tbody tr th td";
  for (const element of page.querySelectorAll("*")) {
    const name = element.tagName.toLowerCase();
    if (!known.split(" ").includes(name)) say(`element ${name}`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^(on|style$|src)/.test(attribute)) say(`attribute ${attribute} of ${name}`);
      if (attribute.endsWith("href") && !/^#[a-z]+\d*$/.test(value)) say(`link to ${value}`);
      if (/url\(/i.test(value)) say(`${attribute}: ${value}`);
    }
  }
  for (const character of page.documentElement.textContent) {
    const hidden = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(character) && character !== "\n";
    if (hidden) say(`the character U+${character.codePointAt(0).toString(16)}`);
  }
}

// Every link must lead somewhere and every id stand once; headings must not leave out a level.
function structure(page, say) {
  const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids.filter((id, n) => ids.indexOf(id) !== n);
  for (const id of new Set(twice)) say(`id ${id} stands twice`);
  for (const link of page.querySelectorAll("a")) {
    const id = link.getAttribute("href").slice(1);
    if (!ids.includes(id)) say(`no ${id} to go to`);
  }
  for (const label of page.querySelectorAll("[aria-labelledby]")) {
    if (!ids.includes(label.getAttribute("aria-labelledby"))) say("a label that is not there");
  }
  const levels = [...page.querySelectorAll("h1, h2, h3")].map((heading) => Number(heading.tagName[1]));
  if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) say(`headings ${levels}`);
  for (const table of page.querySelectorAll("table")) if (!table.caption) say("a table without a caption");
}

function examine(frame) {
  const [view, page] = [frame.contentWindow, frame.contentDocument];
  const place = `${frame.dataset.name} at ${frame.width}`;
  const say = (problem) => problems.push(`${place}: ${problem}`);
  const root = page.documentElement;
  if (root.scrollWidth > root.clientWidth) say(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
  const requests = view.performance.getEntriesByType("resource");
  for (const request of requests) say(`request: ${request.name}`);
  if (view.getComputedStyle(page.body).fontSize === "16px") say("the style does not apply");
  const boxes = overlaps(page, say);
  contrasts(page, view, say);
  foreign(page, say);
  structure(page, say);
  return `${place}: ${boxes} boxes, ${page.querySelectorAll("mark").length} marks`;
}

addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")];
  const seen = frames.map((frame) => {
    try {
      return examine(frame);
    } catch (error) {
      problems.push(`${frame.dataset.name}: ${error}`);
      return "";
    }
  });
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const result = document.createElement("pre");
  result.id = "result";
  result.textContent = [scheme, ...seen, "problems:", ...problems].join("\n");
  document.body.replaceChildren(result);
});

/* Fields whose text goes into papers: a bar of marks above them, and what is pasted from Word put into these marks.
   The text stays plain: **đậm**, *nghiêng*, “- ” before an entry of a list, “| a | b |” for a row of a table. */
"use strict";

const IS_EDITOR = "textarea[data-editor]";
const BUTTONS = [
  ["Đậm", "In đậm (Ctrl+B)", (field) => wrap(field, "**")],
  ["Nghiêng", "In nghiêng (Ctrl+I)", (field) => wrap(field, "*")],
  ["- Liệt kê", "Gạch đầu dòng cho các dòng đang chọn", (field) => listed(field)],
  ["Bảng", "Chèn bảng: mỗi dòng một hàng, các ô cách nhau bằng dấu |", (field) => insertLines(field, NEW_TABLE)],
];
const NEW_TABLE = "| STT | Nội dung | Ghi chú |\n| 1 |  |  |\n| 2 |  |  |\n";

/* --- The bar ----------------------------------------------------------------------------------- */

function addBar(field) {
  if (field.previousElementSibling?.matches(".editor-bar")) return;
  const bar = document.createElement("div");
  bar.className = "editor-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Định dạng");
  for (const [name, title, act] of BUTTONS) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-small btn-quiet", textContent: name, title });
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays in the field
    button.addEventListener("click", () => act(field));
    bar.append(button);
  }
  field.before(bar);
}

// By the browser's own command where it has it: then Ctrl+Z takes it back.
function insert(field, text) {
  field.focus();
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const startOfLine = (field) => field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;

function insertLines(field, text) {
  insert(field, field.selectionStart > startOfLine(field) ? `\n${text}` : text);
}

// Around the words that are chosen, line by line; around marked ones it takes the marks away.
function wrap(field, mark) {
  const { selectionStart: start, selectionEnd: end } = field;
  const chosen = field.value.slice(start, end);
  const isMarked = chosen.length > 2 * mark.length && chosen.startsWith(mark) && chosen.endsWith(mark);
  const text = isMarked ? chosen.slice(mark.length, -mark.length) : chosen.replace(/\S(?:.*\S)?/g, (words) => mark + words + mark);
  insert(field, text || mark + mark);
  if (text) field.setSelectionRange(start, start + text.length);
  else field.setSelectionRange(start + mark.length, start + mark.length);
}

function listed(field) {
  field.setSelectionRange(startOfLine(field), field.selectionEnd);
  insert(field, field.value.slice(field.selectionStart, field.selectionEnd).replace(/^(?!- )/gm, "- "));
}

/* --- Pasting: the lines of another program's HTML, which is read and never shown -------------------- */

const SKIPPED = new Set(["STYLE", "SCRIPT", "TITLE", "HEAD", "TEMPLATE", "IMG", "SVG", "OBJECT", "IFRAME"]);
const LINES = /^(P|DIV|H[1-6]|LI|UL|OL|BLOCKQUOTE|SECTION|ARTICLE|DD|DT|PRE|HR|BODY)$/;
const NUMBERING = /^(\d{1,2}(\.\d{1,2})*\.?|[a-zđ]\)|[IVX]+\.)\s/;

function linesOf(html) {
  const lines = [];
  let runs = [];
  const flush = () => {
    const line = marked(runs);
    if (line) lines.push(line);
    runs = [];
  };
  const walk = (node, look) => {
    if (node.nodeType === Node.TEXT_NODE) runs.push({ text: node.data, ...look });
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName)) return;
    if (node.tagName === "BR") return flush();
    if (node.tagName === "TABLE") { flush(); lines.push(...tableLines(node)); return; }
    const style = node.getAttribute("style") || "";
    if (/mso-list:\s*Ignore/i.test(style)) { runs.push({ text: listMark(node), bold: false, italic: false }); return; }
    const isLine = LINES.test(node.tagName);
    if (isLine) flush();
    if (node.tagName === "LI") runs.push({ text: itemMark(node), bold: false, italic: false });
    for (const child of node.childNodes) walk(child, lookOf(node, style, look));
    if (isLine) flush();
  };
  walk(new DOMParser().parseFromString(html, "text/html").body, { bold: false, italic: false });
  flush();
  return lines;
}

function lookOf(node, style, look) {
  const weight = style.match(/font-weight:\s*(\w+)/i)?.[1];
  const slant = style.match(/font-style:\s*(\w+)/i)?.[1];
  const isBold = weight ? weight === "bold" || parseInt(weight, 10) >= 600 : /^(B|STRONG|H[1-6])$/.test(node.tagName) || look.bold;
  const isItalic = slant ? slant === "italic" : /^(I|EM|CITE)$/.test(node.tagName) || look.italic;
  return { bold: isBold, italic: isItalic };
}

// Word writes the mark of an entry as text: a number that is kept, or a sign from a font of signs.
function listMark(node) {
  const mark = node.textContent.trim();
  if (/^[\w.()đ]*[\d.)]$/.test(mark)) return `${mark} `;
  return /level[2-9]/.test(node.closest("[style*='mso-list']:not([style*='Ignore'])")?.getAttribute("style") || "") ? "+ " : "- ";
}

function itemMark(item) {
  const list = item.parentElement;
  if (list?.tagName !== "OL") return list?.parentElement?.closest("li") ? "+ " : "- ";
  return `${[...list.children].filter((one) => one.tagName === "LI").indexOf(item) + (list.start || 1)}. `;
}

function tableLines(table) {
  const cell = (node) => linesOf(node.innerHTML).join(" ").replace(/\|/g, "/");
  return [...table.rows].map((row) => {
    const cells = [...row.cells];
    const isHead = row.rowIndex === 0;
    return `| ${cells.map((node) => (isHead ? cell(node).replace(/\*{2,3}/g, "") : cell(node))).join(" | ")} |`;
  });
}

// One line of runs, alike ones joined, with stars around the words that stand out.
function marked(runs) {
  const joined = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isAlike = last && ((last.bold === run.bold && last.italic === run.italic) || !run.text.trim());
    if (isAlike) last.text += run.text;
    else joined.push({ ...run });
  }
  const plain = joined.map((run) => run.text).join("").replace(/\s+/g, " ").trim();
  const isHeading = NUMBERING.test(plain) && joined.every((run) => run.bold || !run.text.trim() || NUMBERING.test(`${run.text.trim()} `));
  if (isHeading) return plain; // its number says that it is one
  return joined.map(starred).join("").replace(/\s+/g, " ").trim();
}

function starred({ text, bold, italic }) {
  const mark = (bold ? "**" : "") + (italic ? "*" : "");
  return mark ? text.replace(/\S(?:[\s\S]*\S)?/, (words) => mark + words + mark) : text;
}

/* --- Wiring -------------------------------------------------------------------------------------- */

document.addEventListener("paste", (event) => {
  if (!event.target.matches?.(IS_EDITOR)) return;
  const html = event.clipboardData?.getData("text/html");
  const lines = html ? linesOf(html) : [];
  if (!lines.length) return; // plain text goes in as it is
  event.preventDefault();
  const begins = lines[0].startsWith("|");
  (begins ? insertLines : insert)(event.target, lines.join("\n"));
});
document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(IS_EDITOR) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const mark = { b: "**", i: "*" }[event.key.toLowerCase()];
  if (mark) { event.preventDefault(); wrap(event.target, mark); }
});
const addBars = (root) => root.querySelectorAll(IS_EDITOR).forEach(addBar);
document.addEventListener("DOMContentLoaded", () => addBars(document));
document.addEventListener("htmx:afterSwap", (event) => addBars(event.target));

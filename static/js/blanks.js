/* The fields of a blank are dragged, or moved by the arrow keys; the numbers in the table are what is saved. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const board = document.querySelector("[data-board]");
  if (board) board.querySelectorAll("[data-field]").forEach((field) => makeMovable(board, field));
});

function makeMovable(board, field) {
  const row = document.querySelector(`[data-row="${field.dataset.field}"]`);
  const input = (name) => row.querySelector(`[name$="-${name}"]`);
  const value = (name) => parseFloat(input(name).value.replace(",", ".")) || 0;
  const sheet = board.viewBox.baseVal;

  const draw = () => {
    field.setAttribute("transform", `translate(${value("x")} ${value("y")})`);
    field.querySelector(".board-box").setAttribute("width", Math.max(value("width"), 1));
    const share = { left: 0, center: 0.5, right: 1 }[input("align")?.value];
    const anchor = { left: "start", center: "middle", right: "end" }[input("align")?.value];
    if (anchor) {
      field.querySelector("text").setAttribute("text-anchor", anchor);
      field.querySelectorAll("tspan").forEach((line) => line.setAttribute("x", share * value("width")));
    }
    field.toggleAttribute("display", false);
    if (!input("shown").checked) field.setAttribute("display", "none");
    const where = `cách trái ${value("x")} mm, cách trên ${value("y")} mm`;
    field.setAttribute("aria-label", `${field.dataset.label}: ${where}`);
  };
  const moveTo = (x, y) => {
    const within = (number, most) => Math.min(Math.max(number, 0), most).toFixed(1);
    input("x").value = within(x, sheet.width - value("width"));
    input("y").value = within(y, sheet.height - 1);
    input("x").dispatchEvent(new Event("input", { bubbles: true })); // the form is guarded, and the row drawn
  };

  field.setAttribute("tabindex", "0");
  field.setAttribute("role", "button");
  field.setAttribute("aria-describedby", "board-help");
  row.addEventListener("input", draw);
  draw();

  field.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) {
      event.preventDefault();
      const step = event.shiftKey ? 0.1 : 1;
      moveTo(value("x") + step * way[0], value("y") + step * way[1]);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      input("x").focus();
    }
  });

  let start = null;
  const millimetres = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(board.getScreenCTM().inverse());
  field.addEventListener("pointerdown", (event) => {
    const at = millimetres(event);
    start = { x: value("x") - at.x, y: value("y") - at.y };
    field.setPointerCapture(event.pointerId);
  });
  field.addEventListener("pointermove", (event) => {
    if (!start) return;
    const at = millimetres(event);
    moveTo(start.x + at.x, start.y + at.y);
  });
  for (const end of ["pointerup", "pointercancel"]) field.addEventListener(end, () => { start = null; });
}

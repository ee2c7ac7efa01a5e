// The search box of the header: “/” goes to it, arrows walk through what it finds, Escape closes.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const boxes = document.querySelectorAll(".search-box input");
    const shown = [...boxes].find((box) => box.offsetParent !== null);
    if (shown) {
      event.preventDefault();
      shown.focus();
      shown.select();
    }
    return;
  }
  const box = event.target.closest(".search-box");
  if (!box) return;
  const found = box.querySelector(".search-found");
  if (event.key === "Escape") {
    found.replaceChildren();
    box.querySelector("input").focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const stops = [box.querySelector("input"), ...found.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (stops[next]) {
      event.preventDefault();
      stops[next].focus();
    }
  }
});

document.addEventListener("focusin", (event) => {
  for (const box of document.querySelectorAll(".search-box")) {
    if (!box.contains(event.target)) box.querySelector(".search-found").replaceChildren();
  }
});

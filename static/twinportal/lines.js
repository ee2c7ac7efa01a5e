// “Another line” adds a row of boxes at once; without this script the server adds it.
(() => {
  const SEPARATOR = "__prefix__";

  function add(lines) {
    const total = lines.querySelector("[name$='-TOTAL_FORMS']");
    const row = lines.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of [row, ...row.querySelectorAll("*")])
      for (const attribute of element.attributes)
        if (attribute.value.includes(SEPARATOR))
          attribute.value = attribute.value.replaceAll(SEPARATOR, total.value);
    total.value = Number(total.value) + 1;
    lines.querySelector("[name='another_row']").before(row);
    row.dispatchEvent(new CustomEvent("twinportal:added", { bubbles: true }));
    return row;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-lines] [name='another_row']");
    if (!button) return;
    event.preventDefault();
    add(button.closest("[data-lines]")).querySelector("input:not([type='hidden']), select").focus();
  });
})();

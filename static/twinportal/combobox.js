// A select marked data-combobox becomes a text box with a list, in which one types to find.
// It looks among its own choices at once and asks data-address for more: names in other scripts,
// without accents, under older spellings. Without an answer its own choices remain.
(() => {
  function inWords({ text, native, lang, note }, isChosen) {
    const row = document.createElement("div");
    row.append(text);
    if (native) row.append(" ", marked("span", "native", native, lang));
    if (note && !isChosen) row.append(" ", marked("span", "meta", note));
    return row;
  }

  function marked(tag, css, text, lang) {
    const element = Object.assign(document.createElement(tag), { className: css, textContent: text });
    if (lang) element.lang = lang;
    return element;
  }

  function asker(address, found) {
    return async function (typed, answer) {
      const url = new URL(address, location.href);
      url.searchParams.set("q", typed);
      try {
        const response = await fetch(url, { headers: { Accept: "application/json" } });
        const rows = response.ok && !response.redirected ? await response.json() : [];
        found.set(typed, new Set(rows.map((row) => String(row.value))));
        for (const row of rows) if (this.options[row.value]) this.updateOption(row.value, row);
        answer(rows);
      } catch {
        answer();
      }
    };
  }

  function settings(select, found) {
    const { address, preload, nothing, remove } = select.dataset;
    const several = select.multiple;
    return {
      load: address ? asker(address, found) : null,
      preload: preload === undefined ? false : "focus",
      plugins: several ? { remove_button: { title: remove } } : {},
      maxOptions: 100,
      closeAfterSelect: true,
      hidePlaceholder: true,
      // At once: who types fast and presses Enter takes what was typed, not the first of all.
      refreshThrottle: 0,
      loadThrottle: 200,
      searchField: ["text", "native", "note"],
      score(typed) {
        const near = this.getScoreFunction(typed);
        const named = found.get(typed);
        return (row) => (named?.has(String(row.value)) ? 2 : near(row));
      },
      render: {
        option: (row) => inWords(row, false),
        item: (row) => inWords(row, true),
        no_results: () => marked("div", "no-results", nothing),
        loading: null,
      },
    };
  }

  // What is chosen stands beside the text box, where a screen reader does not pass: say it.
  function sayWhatIsChosen(select, box) {
    const said = marked("span", "visually-hidden", "");
    said.id = `${select.id}-chosen`;
    box.wrapper.append(said);
    const say = () => {
      const names = box.items.map((key) => box.options[key]?.text).filter(Boolean);
      said.textContent = names.length ? `${select.dataset.chosen} ${names.join(", ")}` : "";
    };
    box.on("change", say);
    say();
    return said.id;
  }

  function equip(select) {
    if (select.tomselect) return;
    const hints = select.getAttribute("aria-describedby");
    const invalid = select.getAttribute("aria-invalid");
    select.setAttribute("aria-hidden", "true");
    select.classList.remove("form-select");
    const box = new TomSelect(select, settings(select, new Map()));
    const input = box.control_input;
    input.removeAttribute("aria-label");
    input.setAttribute("aria-describedby", [hints, sayWhatIsChosen(select, box)].filter(Boolean).join(" "));
    if (invalid) input.setAttribute("aria-invalid", invalid);
    // A link of the list of errors leads to the select.
    select.addEventListener("focus", () => input.focus());
  }

  const equipAll = (part) => part.querySelectorAll("select[data-combobox]").forEach(equip);

  equipAll(document);
  document.addEventListener("htmx:load", (event) => equipAll(event.target));
  document.addEventListener("twinportal:added", (event) => equipAll(event.target));
})();

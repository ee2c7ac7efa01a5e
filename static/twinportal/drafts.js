// What is typed into a form marked data-draft is kept in this browser until it is saved, so that
// neither a lost connection nor an ended session loses it. Signing out drops every draft.
(() => {
  const PREFIX = "twinportal.draft.";
  const SAVED = "saved_draft";
  const NOT_KEPT = new Set(["csrfmiddlewaretoken", "acknowledged"]);

  function forgetSaved() {
    const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${SAVED}=`));
    if (!cookie) return;
    localStorage.removeItem(PREFIX + decodeURIComponent(cookie.slice(SAVED.length + 1)));
    document.cookie = `${SAVED}=; max-age=0; path=/; samesite=lax`;
  }

  // Set when somebody signs out: what was typed a moment ago must not be kept after all.
  let isOver = false;

  function forgetAll() {
    isOver = true;
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }

  // Names and values, and of a choice the words, which a combobox may not have at hand again.
  function typed(form) {
    const words = (name, value) => {
      const select = form.elements[name];
      if (!(select instanceof HTMLSelectElement)) return undefined;
      return [...select.options].find((option) => option.value === value)?.text;
    };
    return [...new FormData(form)]
      .filter(([name, value]) => typeof value === "string" && !NOT_KEPT.has(name))
      .map(([name, value]) => [name, value, words(name, value)]);
  }

  function makeRoom(form, entries) {
    for (const [name, value] of entries) {
      const total = name.endsWith("-TOTAL_FORMS") && form.elements[name];
      if (!total) continue;
      const button = total.closest("[data-lines]")?.querySelector("[name='another_row']");
      for (let missing = Math.min(value - total.value, 200); button && missing > 0; missing--) button.click();
    }
  }

  function choose(select, rows) {
    const values = rows.map(([, value]) => value);
    if (select.tomselect) {
      for (const [, value, text] of rows) if (value) select.tomselect.addOption({ value, text: text ?? value });
      select.tomselect.setValue(select.multiple ? values : values[0] ?? "");
    } else {
      for (const option of select.options) option.selected = values.includes(option.value);
    }
  }

  function fill(form, entries) {
    makeRoom(form, entries);
    const byName = Map.groupBy(entries, ([name]) => name);
    for (const control of form.elements) {
      if (!control.name || NOT_KEPT.has(control.name) || control.type === "file") continue;
      const rows = byName.get(control.name) ?? [];
      if (control instanceof HTMLSelectElement) choose(control, rows);
      else if (["radio", "checkbox"].includes(control.type))
        control.checked = rows.some(([, value]) => value === control.value);
      else if (control.tagName !== "BUTTON" && rows.length) control.value = rows[0][1];
    }
    for (const part of form.querySelectorAll("details")) part.open ||= isFilled(part);
    form.dispatchEvent(new CustomEvent("twinportal:restored", { bubbles: true }));
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const isFilled = (part) =>
    [...part.querySelectorAll("input, select, textarea")].some((control) =>
      ["radio", "checkbox"].includes(control.type)
        ? control.checked !== control.defaultChecked
        : control.type !== "hidden" && !(control instanceof HTMLSelectElement) && control.value !== control.defaultValue,
    );

  function keep(form) {
    const key = PREFIX + form.dataset.draft;
    const notice = document.querySelector("[data-draft-notice]");
    const untouched = JSON.stringify(typed(form));
    const write = (isSent) => {
      if (isOver) return;
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), isSent, entries: typed(form) }));
    };
    let timer;

    const say = (what, at) => {
      for (const words of notice.querySelectorAll("[data-draft-says]"))
        words.hidden = words.dataset.draftSays !== what;
      for (const time of notice.querySelectorAll("time"))
        time.textContent = at ? new Date(at).toLocaleString(document.documentElement.lang) : "";
      notice.querySelector("[data-draft-restore]").hidden = what !== "offered";
      notice.querySelector("[data-draft-discard]").hidden = what === "offline";
      notice.hidden = false;
    };

    const offer = () => {
      const draft = JSON.parse(localStorage.getItem(key) ?? "null");
      // A form that comes back with a sentence already shows what was typed.
      if (!draft || form.dataset.answered === "sent") return;
      if (JSON.stringify(draft.entries) === untouched) return;
      notice.querySelector("[data-draft-restore]").onclick = () => {
        fill(form, draft.entries);
        say("restored");
        notice.focus();
      };
      if (draft.isSent) fill(form, draft.entries);
      say(draft.isSent ? "back" : "offered", draft.at);
    };

    notice.querySelector("[data-draft-discard]").onclick = () => {
      localStorage.removeItem(key);
      location.assign(location.href);
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(write, 400, false);
    });
    form.addEventListener("change", () => write(false));
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      write(true);
      if (navigator.onLine) return;
      event.preventDefault();
      say("offline");
      notice.focus();
    });
    offer();
  }

  try {
    forgetSaved();
    document.addEventListener("submit", (event) => {
      if (event.target.matches("[data-forget-drafts]")) forgetAll();
    });
    document.querySelectorAll("form[data-draft]").forEach(keep);
  } catch {
    // A browser that keeps nothing still records.
  }
})();

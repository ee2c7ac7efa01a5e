// A kind of activity proposes what most of its kind are like, and never where somebody answered.
(() => {
  const form = document.querySelector("form[data-proposals]");
  if (!form) return;
  const proposals = JSON.parse(form.dataset.proposals);
  const proposed = [...new Set(Object.values(proposals).flatMap((one) => Object.keys(one.fields)))];
  const box = (name) => form.elements[name];
  const usual = new Map(proposed.map((name) => [name, box(name).value]));
  // What stands there when a form comes back, is corrected or was asked for by an address, is said.
  const answered = new Set("answered" in form.dataset ? [...proposed, "status"] : said());

  function said() {
    return [...form.querySelectorAll("[type='radio']:checked")]
      .map((radio) => radio.name)
      .filter((name) => proposed.includes(name) && name !== "substance");
  }

  function set(name, value) {
    if (box(name).value === value) return;
    if (box(name) instanceof RadioNodeList)
      for (const radio of box(name)) radio.checked = radio.value === value;
    else box(name).value = value;
  }

  function propose() {
    const proposal = proposals[box("type").value];
    if (!proposal) return;
    for (const name of proposed)
      if (!answered.has(name)) set(name, proposal.fields[name] ?? usual.get(name));
    for (const label of form.querySelectorAll(".counts .form-label"))
      label.classList.toggle("on", proposal.groups.includes(label.htmlFor.replace("id_", "")));
  }

  // A day ahead cannot have been held.
  function proposeStatus() {
    if (answered.has("status")) return;
    const day = box("starts").value.trim();
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) set("status", day > form.dataset.today ? "planned" : "held");
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "type") propose();
    else if (event.target.name === "starts") proposeStatus();
    else if (event.isTrusted) answered.add(event.target.name);
  });
  // Browsers do not agree on the keys of an access key.
  const save = form.querySelector("[accesskey]");
  save.removeAttribute("accesskey");
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.code !== "KeyS") return;
    event.preventDefault();
    form.requestSubmit(save);
  });
  // What a draft brings back was answered too.
  form.addEventListener("twinportal:restored", () => {
    [...proposed, "status"].forEach((name) => answered.add(name));
    propose();
  });
  propose();
})();

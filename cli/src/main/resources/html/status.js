"use strict";
// The filter lives behind the # of the address, so that a link keeps it.
const [form, text, state, shown] = ["filter", "text", "state", "shown"].map(id => document.getElementById(id));
const rows = [...document.querySelectorAll("tr[data-state]")];
function apply() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const words = (wanted.get("text") ?? "").toLowerCase().split(/\s+/);
  for (const row of rows) {
    const content = row.textContent.toLowerCase();
    const fits = !wanted.get("state") || row.dataset.state === wanted.get("state");
    row.hidden = !fits || !words.every(word => content.includes(word));
  }
  if (text.value !== (wanted.get("text") ?? "")) {
    text.value = wanted.get("text") ?? "";
  }
  state.value = wanted.get("state") ?? "";
  shown.textContent = `${rows.filter(row => !row.hidden).length} of ${rows.length} shown`;
}
function keep() {
  const wanted = new URLSearchParams();
  for (const field of [text, state]) {
    if (field.value) {
      wanted.set(field.id, field.value);
    }
  }
  location.replace("#" + wanted);
}
form.addEventListener("input", keep);
form.addEventListener("submit", event => event.preventDefault());
addEventListener("hashchange", apply);
form.hidden = false;
apply();

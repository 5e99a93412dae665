"use strict";
(() => {
  const root = document.documentElement;
  const find = (wanted) => Array.from(document.querySelectorAll(wanted));
  const choosers = find("select");
  const languages = find("[data-language]");
  const words = document.getElementById("text");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const speak = (language) => {
    root.lang = languages.find((button) => button.dataset.language === language).dataset.tag;
    languages.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === language)));
    find("option").forEach((option) => { option.textContent = option.dataset[language]; });
    const title = document.querySelector("h1 [lang=" + language + "]");
    if (title) document.title = title.textContent;
  };

  const fits = (session, chooser) =>
    !chooser.value || session.dataset[chooser.id].split(chooser.id === "room" ? "\n" : " ").includes(chooser.value);

  const filter = () => {
    let count = 0;
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    find(".session").forEach((session) => {
      const text = wanted.length ? plain(session.textContent) : "";
      session.hidden = !choosers.every((chooser) => fits(session, chooser)) || !wanted.every((word) => text.includes(word));
      count += session.hidden ? 0 : 1;
    });
    find(".day").forEach((day) => { day.hidden = !day.querySelector(".session:not([hidden])"); });
    document.getElementById("count").textContent = String(count);
    document.getElementById("none").hidden = count > 0;
  };

  root.classList.add("ready");
  languages.forEach((button) => button.addEventListener("click", () => speak(button.dataset.language)));
  choosers.forEach((chooser) => chooser.addEventListener("change", filter));
  words.addEventListener("input", filter);
  const known = languages.map((button) => button.dataset.language);
  const asked = location.hash.slice(1);
  if (known.includes(asked)) speak(asked);
  filter();
})();

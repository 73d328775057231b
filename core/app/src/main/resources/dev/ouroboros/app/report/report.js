"use strict";
(() => {
  const tip = document.querySelector(".tip");
  const show = (event) => {
    const owner = event.target.closest("[data-tip]");
    if (!owner) {
      tip.hidden = true;
      return;
    }
    tip.textContent = owner.dataset.tip;
    tip.hidden = false;
    const box = owner.getBoundingClientRect();
    const x = event.clientX ?? box.left + box.width / 2;
    const y = event.clientY ?? box.top;
    const left = Math.min(x + 14, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const above = y - tip.offsetHeight - 12;
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = (above > 8 ? above : y + 18) + "px";
  };
  document.addEventListener("pointermove", show);
  document.addEventListener("pointerdown", show);
  document.addEventListener("focusin", show);
  document.addEventListener("scroll", () => (tip.hidden = true), { passive: true });

  document.addEventListener("click", (event) => {
    const toggle = event.target.closest("[data-toggle]");
    if (toggle) {
      const shown = toggle.getAttribute("aria-pressed") === "true";
      toggle.setAttribute("aria-pressed", String(!shown));
      toggle.closest(".toggles").classList.toggle("hide-" + toggle.dataset.toggle, shown);
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const done = () => (copy.textContent = "copied");
      const select = () => getSelection().selectAllChildren(copy.previousElementSibling);
      navigator.clipboard ? navigator.clipboard.writeText(copy.dataset.copy).then(done, select) : select();
    }
  });
})();

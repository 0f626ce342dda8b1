// Sorts and filters the table of all models; without JavaScript it is a table by name.
lab.portfolio = function () {
  const units = { s: 1, min: 60, h: 3600, days: 86400 };
  const value = (text) => {
    const found = text.replace(/,/g, "").replace("\u2212", "-")
      .match(/^[+]?(-?[\d.]+)[\s\u00a0]*(s|min|h|days)?(?![a-z])/);
    return found ? Number(found[1]) * (units[found[2]] || 1) : text;
  };
  const compare = (a, b) => {
    if (typeof a === typeof b) {
      return typeof a === "number" ? a - b : a.localeCompare(b);
    }
    return typeof a === "number" ? -1 : 1;
  };
  document.querySelectorAll("table.sortable").forEach((table) => {
    const body = table.tBodies[0];
    // The second column is a drawing.
    const heads = [...table.tHead.rows[0].cells].filter((_, column) => column !== 1);
    heads.forEach((head) => {
      const column = head.cellIndex;
      // No button element: browsers leave those out where a header is printed again.
      const button = document.createElement("span");
      button.className = "sort";
      button.tabIndex = 0;
      button.setAttribute("role", "button");
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("keydown", (key) => {
        if (key.key === "Enter" || key.key === " ") {
          key.preventDefault();
          button.click();
        }
      });
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending"
          || (head.classList.contains("n") && !head.hasAttribute("aria-sort"));
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].map((row) => ({ row, key: value(row.cells[column].textContent) }));
        rows.sort((a, b) => (down ? -1 : 1) * compare(a.key, b.key));
        body.replaceChildren(...rows.map((r) => r.row));
      });
    });
    const filter = document.createElement("input");
    filter.type = "search";
    filter.className = "filter";
    filter.placeholder = "filter: a model, a tier, an owner";
    filter.setAttribute("aria-label", "Filter the models");
    filter.addEventListener("input", () => {
      const words = filter.value.toLowerCase().split(/\s+/);
      [...body.rows].forEach((row) => {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
      });
    });
    table.closest(".scroll").before(filter);
  });
};
lab.portfolio();

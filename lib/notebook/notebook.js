// A button on every piece of code. Where the clipboard is not ours, the code is selected instead.
document.querySelectorAll("article pre:not(.text)").forEach((code) => {
  let button = code.parentElement.querySelector(":scope > .bar > .copy");
  if (!button) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch (reason) {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
});

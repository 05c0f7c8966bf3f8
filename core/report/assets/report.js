// The page is complete without this: it only switches marks off and opens or closes all documents.
for (const box of document.querySelectorAll(".tools input")) {
  box.addEventListener("change", () => document.body.classList.toggle("hide-" + box.value, !box.checked));
}
document.querySelector("#all").addEventListener("click", () => {
  const documents = [...document.querySelectorAll("details.doc")];
  const open = documents.some((d) => !d.open);
  for (const d of documents) d.open = open;
});

{
  const source = one("#data");
  const known = source ? JSON.parse(source.textContent) : null;
  const story = one(".story");
  const about = one("#about");
  const marks = story ? all("mark", story) : [];
  const first = marks.filter((mark) => !mark.classList.contains("cont"));
  const slider = one("#sure");
  const groups = new Map();
  for (const mark of marks) {
    for (const key of [`n${mark.dataset.n}`, mark.dataset.g && `g${mark.dataset.g}`]) {
      if (!key) continue;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(mark);
    }
  }
  let here = null;
  let rover = null;

  const label = (mark) => known.labels[+mark.dataset.l];
  const visible = () => first.filter((mark) => mark.classList.contains("on"));

  const lines = (mark) => {
    const of = label(mark);
    const weight = +mark.dataset.w;
    const whose = "q" in mark.dataset
      ? "In a quotation: the speaker’s words, not counted as the outlet’s."
      : "";
    const counts = weight < 50
      ? `Less than half sure: no finding, ${of.graded ? "but counted by how sure it is" : "and not counted"}.`
      : of.why || "Nothing is counted by it alone: it shows what other marks rest on.";
    const who = mark.dataset.s ? `Source ${mark.dataset.s}: ${known.sources[mark.dataset.s] || "named only here"}.` : "";
    return [[`${of.kind}: ${of.name}`, "name"], [whole(mark), "quote"], [`${of.is[0].toUpperCase()}${of.is.slice(1)}. ${weight} % sure. ${whose}`], [who], [of.because], [counts, "small"]];
  };
  const whole = (mark) => {
    const text = groups.get(`n${mark.dataset.n}`).map((part) => part.textContent).join(" ");
    return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  };
  const show = (mark) => {
    if (mark === here) return;
    clear();
    here = mark;
    const parts = new Set(groups.get(`n${mark.dataset.n}`));
    parts.forEach((part) => part.classList.add("here"));
    if (mark.dataset.g) {
      for (const part of groups.get(`g${mark.dataset.g}`)) {
        if (!parts.has(part)) part.classList.add("kin");
      }
    }
    about.replaceChildren();
    for (const [text, name] of lines(mark)) {
      if (text) about.append(name === "name" ? bold(text) : element("p", text, name));
    }
    about.hidden = false;
  };
  const bold = (text) => {
    const line = element("p");
    line.append(element("strong", text));
    return line;
  };
  const clear = () => {
    here = null;
    all(".here, .kin", story).forEach((part) => part.classList.remove("here", "kin"));
    about.hidden = true;
  };
  const near = (target) => {
    let mark = target.closest("mark");
    while (mark && !mark.classList.contains("on")) mark = mark.parentElement.closest("mark");
    return mark && story.contains(mark) ? mark : null;
  };
  const rove = (mark) => {
    if (rover) rover.tabIndex = -1;
    rover = mark || null;
    if (rover) rover.tabIndex = 0;
  };
  const step = (by) => {
    const reachable = visible();
    if (!reachable.length) return;
    let at = reachable.indexOf(rover);
    const fresh = rover !== document.activeElement && here === null;
    at = fresh && by > 0 ? Math.max(at, 0) : at + by;
    const next = reachable[(at + reachable.length) % reachable.length];
    rove(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const update = () => {
    const least = +slider.value;
    const shown = new Set(all("[data-kind]").filter((box) => box.checked).map((box) => box.dataset.kind));
    const counts = {};
    for (const mark of marks) {
      const kind = label(mark).key;
      const sure = +mark.dataset.w >= least;
      mark.classList.toggle("on", sure && shown.has(kind));
      if (sure && !mark.classList.contains("cont")) counts[kind] = (counts[kind] || 0) + 1;
    }
    for (const place of all("[data-count]")) {
      const count = counts[place.dataset.count] || 0;
      place.textContent = count;
      one("input", place.parentElement).disabled = !count;
    }
    one("#least").textContent = least;
    const reachable = visible();
    one("#shown").textContent = `${reachable.length} of ${first.length} shown`;
    for (const mark of marks) mark.tabIndex = -1;
    rove(reachable.includes(rover) ? rover : reachable[0]);
    if (here && !here.classList.contains("on")) clear();
  };

  if (known && story && slider) {
    marks.forEach((mark) => mark.setAttribute("aria-describedby", "about"));
    story.addEventListener("pointerover", (event) => {
      const mark = near(event.target);
      if (mark) show(mark);
    });
    story.addEventListener("pointerleave", () => {
      if (!document.activeElement || document.activeElement.tagName !== "MARK") clear();
    });
    story.addEventListener("click", (event) => {
      const mark = near(event.target);
      if (mark) { rove(mark); mark.focus({ preventScroll: true }); show(mark); } else clear();
    });
    story.addEventListener("focusin", (event) => {
      if (event.target.tagName === "MARK") show(event.target);
    });
    story.addEventListener("focusout", clear);
    story.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (by && event.target.tagName === "MARK") { event.preventDefault(); step(by); }
      if (event.key === "Escape") { clear(); document.activeElement.blur(); }
    });
    one("#next").addEventListener("click", () => step(1));
    one("#previous").addEventListener("click", () => step(-1));
    one("#controls").addEventListener("input", update);
    one("#controls").addEventListener("submit", (event) => event.preventDefault());
    update();
  }
}

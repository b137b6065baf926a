{
  const data = JSON.parse(one("#data").textContent);
  const PAGE = 50;
  const [TITLE, PATH, OUTLET, STATE, LIMITS, SIGNALS, WORDS, REASON, PUBLISHED, URL, FEATURES, HAS, STORY] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const rows = data.rows;
  const named = (row) => row[TITLE] || row[PATH];
  const outlet = (row) => data.outlets[row[OUTLET]] || "";
  const found = rows.map(() => null);
  const text = (i) => {
    const row = rows[i];
    found[i] ??= [row[TITLE], row[PATH], outlet(row), row[REASON]].join("\n").toLowerCase();
    return found[i];
  };
  const keys = {
    title: (row) => named(row),
    state: (row) => row[STATE],
    quality: (row) => row[LIMITS] && row[LIMITS][0],
    sensation: (row) => row[LIMITS] && row[LIMITS][3],
  };
  const state = { sort: null, down: false, page: 0, chosen: rows.map((_, i) => i) };
  const filters = one("#filters");
  const edges = one("#edges");
  const body = one("#rows tbody");

  const box = () => {
    if (!edges) return null;
    const [q0, q1, s0, s1] = ["q0", "q1", "s0", "s1"].map((name) => edges.elements[name].valueAsNumber);
    return q0 > 0 || q1 < 100 || s0 > 0 || s1 < 100 ? [q0 || 0, Number.isNaN(q1) ? 100 : q1, s0 || 0, Number.isNaN(s1) ? 100 : s1] : null;
  };
  const matches = () => {
    const words = filters.elements.query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = filters.elements.state.value;
    const from = filters.elements.outlet.value;
    const within = box();
    const kept = [];
    rows.forEach((row, i) => {
      if (wanted && row[STATE] !== +wanted) return;
      if (from && row[OUTLET] !== +from) return;
      if (within) {
        const limits = row[LIMITS];
        if (!limits || limits[0] < within[0] || limits[0] > within[1] || limits[3] < within[2] || limits[3] > within[3]) return;
      }
      if (words.length && !words.every((word) => text(i).includes(word))) return;
      kept.push(i);
    });
    return kept;
  };
  const sorted = (kept) => {
    if (!state.sort) return kept;
    const key = keys[state.sort];
    const sign = state.down ? -1 : 1;
    const pairs = kept.map((i) => [key(rows[i]), i]);
    pairs.sort(([a, i], [b, j]) => {
      if (a === null || b === null) return (a === null) - (b === null) || i - j;
      return sign * (typeof a === "string" ? order.compare(a, b) : a - b) || i - j;
    });
    return pairs.map(([, i]) => i);
  };
  const refresh = () => {
    state.chosen = sorted(matches());
    state.page = 0;
    draw();
    mark();
  };
  const draw = () => {
    const last = Math.max(0, Math.ceil(state.chosen.length / PAGE) - 1);
    state.page = Math.min(Math.max(state.page, 0), last);
    const first = state.page * PAGE;
    body.replaceChildren(...state.chosen.slice(first, first + PAGE).map(line));
    const shown = state.chosen.length;
    one("#found").textContent = shown === rows.length ? `All ${number(rows.length)}` : `${number(shown)} of ${number(rows.length)}`;
    one("#at").textContent = shown ? `${number(first + 1)}–${number(Math.min(first + PAGE, shown))} of ${number(shown)}` : "none";
    for (const button of all("[data-page]")) {
      const back = ["first", "previous"].includes(button.dataset.page);
      button.disabled = back ? state.page === 0 : state.page === last;
    }
    if (one("#chosen")) one("#chosen").textContent = `${number(shown)} of ${number(rows.length)} in the table`;
  };
  const number = (value) => value.toLocaleString("en");

  const drawn = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const scale = (limits, name) => {
    const picture = drawn("svg", { class: `scale ${name}`, viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
    for (let at = 0; at < 100; at += 20) picture.append(drawn("rect", { class: "fifth", x: at, y: 2, width: 19.6, height: 6 }));
    picture.append(drawn("rect", { class: "interval", x: limits[1], y: 3.2, width: Math.max(0, limits[2] - limits[1]), height: 3.6 }));
    picture.append(drawn("rect", { class: "value", x: Math.min(99, Math.max(0, limits[0] - 0.5)), y: 0, width: 1.4, height: 10 }));
    return picture;
  };
  const estimate = (limits, at, name, title) => {
    const cell = element("td", null, "limits");
    cell.dataset.is = title;
    if (!limits) return cell;
    const own = limits.slice(at, at + 3);
    cell.append(Math.round(own[0]), element("small", `${Math.round(own[1])}–${Math.round(own[2])}`), scale(own, name));
    return cell;
  };
  const told = ([, articles, origins]) => `${number(articles)} articles on one story: ${origins} independent ${origins === 1 ? "origin" : "origins"}`;
  const isolated = (value) => element("bdi", value);
  const line = (i) => {
    const row = rows[i];
    const made = element("tr");
    const head = element("th");
    head.scope = "row";
    const button = element("button", null, "open");
    button.type = "button";
    button.append(isolated(named(row)));
    button.addEventListener("click", () => open(i));
    head.append(button);
    const beside = [outlet(row), row[PUBLISHED] && row[PUBLISHED].slice(0, 10), row[TITLE] && row[PATH]].filter(Boolean).join(" · ");
    if (beside) head.append(element("small", beside));
    if (row[STORY]) head.append(element("small", `one of ${told(row[STORY])}`));
    const band = element("td", data.shown[row[STATE]] || "");
    band.dataset.is = "evidence";
    const why = element("td", row[REASON], "reasoned");
    made.append(head, band, estimate(row[LIMITS], 0, "quality", "quality"), estimate(row[LIMITS], 3, "sensation", "sensationalism"), why);
    return made;
  };

  const dialog = one("#one");
  const open = (i) => {
    const row = rows[i];
    const close = element("button", "Close", "close");
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    const title = element("h2");
    title.id = "one-title";
    title.append(isolated(named(row)));
    const known = [outlet(row), row[PUBLISHED], row[WORDS] && `${number(row[WORDS])} words`, row[PATH]].filter(Boolean).join(" · ");
    dialog.replaceChildren(close, title, element("p", known, "small"));
    const links = element("p");
    if (data.folder && row[HAS]) links.append(link("Read it with its marks →", `${data.folder}/${String(i + 1).padStart(5, "0")}.html`, "whole"));
    if (row[URL]) links.append(" ", link("where it was published", row[URL]));
    dialog.append(links);
    if (row[STORY]) {
      const line = element("p", `One of ${told(row[STORY])}. `);
      if (row[STORY][3]) {
        const to = link("Who rests on whom →", `#story-${row[STORY][0]}`, "to-story");
        to.addEventListener("click", () => { dialog.close(); requestAnimationFrame(unfold); });
        line.append(to);
      }
      dialog.append(line);
    }
    const limits = row[LIMITS];
    dialog.append(element("h3", data.shown[row[STATE]] || ""));
    if (limits) {
      for (const [name, at, shown] of [["quality", 0, "Evidential quality"], ["sensation", 3, "Sensationalism"]]) {
        const own = limits.slice(at, at + 3);
        dialog.append(element("p", `${shown}: ${Math.round(own[0])}, nine times in ten ${Math.round(own[1])}–${Math.round(own[2])}`, "small"), scale(own, name));
      }
    }
    if (row[REASON]) dialog.append(element("p", row[REASON], "reason"));
    if (limits) {
      dialog.append(listed(data.signals.map((name, at) => [`signal ${name}`, row[SIGNALS][at]])));
      if (row[FEATURES]) dialog.append(listed(data.features.map((name, at) => [name, row[FEATURES][at]])));
    }
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  const link = (words, target, name) => {
    const made = element("a", words, name);
    made.href = target;
    made.rel = "noopener noreferrer nofollow";
    return made;
  };
  const listed = (pairs) => {
    const made = element("dl");
    for (const [name, value] of pairs) {
      const pair = element("div");
      pair.append(element("dt", name), element("dd", value === null || value === undefined ? "–" : value));
      made.append(pair);
    }
    return made;
  };

  // A link may lead to a story that is folded away.
  const unfold = () => {
    const part = document.getElementById(location.hash.slice(1));
    if (part && part.tagName === "DETAILS") {
      part.open = true;
      part.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  unfold();

  const cloud = one("#cloud");
  let mark = () => {};
  if (cloud) {
    const picture = one("svg", cloud);
    const spot = one("#spot");
    const [left, top, width, height] = ["left", "top", "width", "height"].map((name) => +cloud.dataset[name]);
    const x = (value) => left + (width * value) / 100;
    const y = (value) => top + height - (height * value) / 100;
    const picked = drawn("path", { class: "picked" });
    const ring = drawn("circle", { class: "ring", r: 7, visibility: "hidden" });
    const brush = drawn("rect", { class: "brush", visibility: "hidden" });
    picture.append(picked, brush, ring);
    cloud.classList.toggle("many", rows.length > 1500);
    const place = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
      return [point.x, point.y];
    };
    const value = ([px, py]) => [(100 * (px - left)) / width, (100 * (top + height - py)) / height].map((v) => Math.min(100, Math.max(0, v)));
    const nearest = ([px, py]) => {
      let best = null;
      let least = 12 ** 2;
      for (const i of state.chosen) {
        const limits = rows[i][LIMITS];
        if (!limits) continue;
        const far = (x(limits[0]) - px) ** 2 + (y(limits[3]) - py) ** 2;
        if (far < least) { least = far; best = i; }
      }
      return best;
    };
    const point = (event) => {
      const at = nearest(place(event));
      ring.setAttribute("visibility", at === null ? "hidden" : "visible");
      spot.hidden = at === null;
      if (at === null) return;
      const limits = rows[at][LIMITS];
      ring.setAttribute("cx", x(limits[0]));
      ring.setAttribute("cy", y(limits[3]));
      spot.replaceChildren(element("p"), element("p", `quality ${Math.round(limits[0])}, sensationalism ${Math.round(limits[3])}`));
      spot.firstChild.append(element("strong", named(rows[at])));
      const area = cloud.getBoundingClientRect();
      const right = event.clientX - area.left > area.width / 2;
      spot.style.left = right ? "" : `${event.clientX - area.left + 14}px`;
      spot.style.right = right ? `${area.right - event.clientX + 14}px` : "";
      spot.style.top = `${event.clientY - area.top + 12}px`;
    };
    let start = null;
    picture.addEventListener("pointerdown", (event) => {
      start = place(event);
      picture.setPointerCapture(event.pointerId);
    });
    const corners = (event) => {
      const [a, b] = [value(start), value(place(event))];
      return [Math.min(a[0], b[0]), Math.max(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[1], b[1])];
    };
    const moved = (event) => {
      const [px, py] = place(event);
      return Math.hypot(px - start[0], py - start[1]) > 5;
    };
    const outline = ([q0, q1, s0, s1]) => {
      for (const [name, v] of Object.entries({ x: x(q0), y: y(s1), width: x(q1) - x(q0), height: y(s0) - y(s1), visibility: "visible" })) brush.setAttribute(name, v);
    };
    picture.addEventListener("pointermove", (event) => {
      if (start && moved(event)) outline(corners(event));
      else point(event);
    });
    picture.addEventListener("pointerup", (event) => {
      if (start && moved(event)) {
        const [q0, q1, s0, s1] = corners(event);
        const ends = { q0: Math.floor(q0), q1: Math.ceil(q1), s0: Math.floor(s0), s1: Math.ceil(s1) };
        for (const [name, v] of Object.entries(ends)) edges.elements[name].value = v;
        refresh();
      } else {
        const at = nearest(place(event));
        if (at !== null) open(at);
      }
      start = null;
    });
    picture.addEventListener("pointercancel", () => { start = null; });
    picture.addEventListener("pointerleave", () => {
      ring.setAttribute("visibility", "hidden");
      spot.hidden = true;
    });
    mark = () => {
      const within = box();
      const some = state.chosen.length < rows.length;
      cloud.classList.toggle("some", some);
      picked.setAttribute("d", some ? state.chosen.filter((i) => rows[i][LIMITS]).map((i) => `M${x(rows[i][LIMITS][0]).toFixed(1)},${y(rows[i][LIMITS][3]).toFixed(1)}h0`).join("") : "");
      if (within) outline(within);
      else brush.setAttribute("visibility", "hidden");
    };
    edges.addEventListener("input", refresh);
    edges.addEventListener("submit", (event) => event.preventDefault());
    one("#whole").addEventListener("click", () => { edges.reset(); refresh(); });
  }

  const outlets = filters.elements.outlet;
  data.outlets.forEach((name, i) => {
    const option = element("option", name);
    option.value = i;
    outlets.append(option);
  });
  outlets.parentElement.hidden = data.outlets.length < 2;
  filters.addEventListener("input", refresh);
  // Not for the search: leaving it would redraw the row that is being pressed.
  for (const choice of all("select", filters)) choice.addEventListener("change", refresh);
  filters.addEventListener("submit", (event) => event.preventDefault());
  one("#clear").addEventListener("click", () => {
    filters.reset();
    if (edges) edges.reset();
    refresh();
  });
  for (const button of all("[data-sort]")) {
    button.addEventListener("click", () => {
      const key = button.dataset.sort;
      state.down = state.sort === key ? !state.down : key === "quality" || key === "sensation";
      state.sort = key;
      for (const other of all("[data-sort]")) other.parentElement.removeAttribute("aria-sort");
      button.parentElement.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      refresh();
    });
  }
  for (const button of all("[data-page]")) {
    button.addEventListener("click", () => {
      const last = Math.ceil(state.chosen.length / PAGE) - 1;
      state.page = { first: 0, previous: state.page - 1, next: state.page + 1, last }[button.dataset.page];
      draw();
      one("#found").scrollIntoView({ block: "nearest" });
    });
  }
  refresh();
}

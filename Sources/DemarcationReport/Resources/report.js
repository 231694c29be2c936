"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const W = data.words, root = document.documentElement;
  const svg = document.getElementById("map"), frame = document.getElementById("frame");
  if (!svg || !frame) return;
  root.classList.add("live");
  const say = (key, values) => W[key].replace(/\{([a-z]+)\}/g, (all, name) => values && name in values ? values[name] : all);
  const number = (value, decimals) => {
    const [whole, rest] = Math.abs(value).toFixed(decimals || 0).split(".");
    return (value < 0 ? "−" : "") + whole.replace(/\B(?=(\d{3})+$)/g, W.thousands) + (rest ? W.decimal + rest : "");
  };
  const length = metres => Math.abs(metres) < 1000 ? number(metres, 1) + "\u00a0m" : number(metres / 1000, 2) + "\u00a0km";

  // The ellipsoid: geodesics by T. Vincenty (Survey Review XXIII, 1975), good to 0.1 mm here.
  const A = 6378137, F = 1 / 298.257223563, B = A * (1 - F), RAD = Math.PI / 180;
  const series = u2 => [1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2))), u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))];
  const correction = (b, s, c, m) => b * s * (m + b / 4 * (c * (2 * m * m - 1) - b / 6 * m * (4 * s * s - 3) * (4 * m * m - 3)));
  function direct(lon, lat, azimuth, distance) {
    const s1 = Math.sin(azimuth), c1 = Math.cos(azimuth), t = (1 - F) * Math.tan(lat * RAD);
    const cu = 1 / Math.hypot(1, t), su = Math.abs(lat) >= 90 ? Math.sign(lat) : t * cu, cu1 = Math.abs(lat) >= 90 ? 6e-17 : cu;
    const start = Math.atan2(su, cu1 * c1), sa = cu1 * s1, ca2 = 1 - sa * sa;
    const [k, b] = series(ca2 * (A * A - B * B) / (B * B));
    let sigma = distance / (B * k), m = 0;
    for (let i = 0; i < 40; i++) {
      m = Math.cos(2 * start + sigma);
      const next = distance / (B * k) + correction(b, Math.sin(sigma), Math.cos(sigma), m);
      const done = Math.abs(next - sigma) < 1e-13;
      sigma = next;
      if (done) break;
    }
    const s = Math.sin(sigma), c = Math.cos(sigma), x = su * s - cu1 * c * c1;
    const latitude = Math.atan2(su * c + cu1 * s * c1, (1 - F) * Math.hypot(sa, x));
    const lambda = Math.atan2(s * s1, cu1 * c - su * s * c1), C = F / 16 * ca2 * (4 + F * (4 - 3 * ca2));
    const L = lambda - (1 - C) * F * sa * (sigma + C * s * (m + C * c * (2 * m * m - 1)));
    return [wrap(lon + L / RAD), latitude / RAD];
  }
  function inverse(lon1, lat1, lon2, lat2) {
    const reduced = lat => Math.atan((1 - F) * Math.tan(lat * RAD)), u1 = reduced(lat1), u2 = reduced(lat2);
    const L = wrap(lon2 - lon1) * RAD, s1 = Math.sin(u1), c1 = Math.cos(u1), s2 = Math.sin(u2), c2 = Math.cos(u2);
    let l = L, s, c, sigma, ca2, m;
    for (let i = 0; i < 60; i++) {
      const sl = Math.sin(l), cl = Math.cos(l);
      s = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl);
      if (s === 0) return [0, 0];
      c = s1 * s2 + c1 * c2 * cl;
      sigma = Math.atan2(s, c);
      const sa = c1 * c2 * sl / s;
      ca2 = 1 - sa * sa;
      m = ca2 ? c - 2 * s1 * s2 / ca2 : 0;
      const C = F / 16 * ca2 * (4 + F * (4 - 3 * ca2));
      const next = L + (1 - C) * F * sa * (sigma + C * s * (m + C * c * (2 * m * m - 1)));
      const done = Math.abs(next - l) < 1e-13;
      l = next;
      if (done) break;
    }
    const [k, b] = series(ca2 * (A * A - B * B) / (B * B));
    return [B * k * (sigma - correction(b, s, c, m)), Math.atan2(c2 * Math.sin(l), c1 * s2 - s1 * c2 * Math.cos(l))];
  }
  const wrap = lon => { const w = ((lon + 180) % 360 + 360) % 360 - 180; return w === -180 && lon > 0 ? 180 : w; };

  // The map's units are those of its SVG: 1,000 across.
  const P = data.map, HEIGHT = P.height;
  const unit = (lon, lat) => {
    const [s, a] = inverse(P.centre[0], P.centre[1], lon, lat);
    return [500 + (s * Math.sin(a) - P.middle[0]) / P.scale, HEIGHT / 2 - (s * Math.cos(a) - P.middle[1]) / P.scale];
  };
  const place = (x, y) => {
    const e = P.middle[0] + (x - 500) * P.scale, n = P.middle[1] - (y - HEIGHT / 2) * P.scale;
    return direct(P.centre[0], P.centre[1], Math.atan2(e, n), Math.hypot(e, n));
  };

  // Coordinates as people write them.
  const letter = (value, negative, positive) => W[value < 0 ? negative : positive];
  function dms(value, negative, positive) {
    let tenths = Math.round(Math.abs(value) * 36000);
    const s = tenths % 600, m = Math.floor(tenths / 600) % 60, d = Math.floor(tenths / 36000);
    return d + "°" + String(m).padStart(2, "0") + "′" + (s < 100 ? "0" : "") + (s / 10).toFixed(1).replace(".", W.decimal) + "″" + letter(value, negative, positive);
  }
  const decimal = (lon, lat, d) => lat.toFixed(d) + ", " + lon.toFixed(d);
  // Transverse Mercator by L. Krüger's series to the fourth order: a millimetre within a zone.
  function mgrs(lon, lat) {
    if (lat > 84 || lat < -80) return "";
    let zone = Math.floor((lon + 180) / 6) % 60 + 1;
    if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) zone = 32;
    if (lat >= 72 && lon >= 0 && lon < 42) zone = lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
    const n = F / (2 - F), n2 = n * n, n3 = n2 * n, n4 = n3 * n;
    const radius = A / (1 + n) * (1 + n2 / 4 + n4 / 64);
    const alpha = [n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180, 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440, 61 * n3 / 240 - 103 * n4 / 140, 49561 * n4 / 161280];
    const phi = lat * RAD, l = wrap(lon - (zone * 6 - 183)) * RAD, e = 2 * Math.sqrt(n) / (1 + n);
    const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)));
    const xi = Math.atan2(t, Math.cos(l)), eta = Math.asinh(Math.sin(l) / Math.hypot(t, Math.cos(l)));
    let x = eta, y = xi;
    alpha.forEach((a, k) => {
      const j = 2 * (k + 1);
      x += a * Math.cos(j * xi) * Math.sinh(j * eta);
      y += a * Math.sin(j * xi) * Math.cosh(j * eta);
    });
    const east = 500000 + 0.9996 * radius * x, north = 0.9996 * radius * y + (lat < 0 ? 1e7 : 0);
    const band = "CDEFGHJKLMNPQRSTUVWX"[Math.min(19, Math.floor((lat + 80) / 8))];
    const column = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"][(zone - 1) % 3][Math.floor(east / 1e5) - 1];
    const row = "ABCDEFGHJKLMNPQRSTUV"[(Math.floor(north / 1e5) + (zone % 2 ? 0 : 5)) % 20];
    const digits = v => String(Math.floor(v % 1e5)).padStart(5, "0");
    return String(zone).padStart(2, "0") + band + " " + column + row + " " + digits(east) + " " + digits(north);
  }
  const written = (lon, lat) => [decimal(lon, lat, 6), dms(lat, "south", "north") + " " + dms(lon, "west", "east"), mgrs(lon, lat)].filter(Boolean);

  // What there is to show.
  const N = data.told.count, T = {}, X = new Float64Array(N), Y = new Float64Array(N);
  for (const [name, column] of Object.entries(data.told)) {
    if (name === "count") continue;
    let at = 0;
    T[name] = Array.isArray(column) ? column : column.steps ? column.steps.map(step => at += step)
      : column.of ? column.of.map(v => v === null ? null : column.least + v * column.unit)
      : column.by !== undefined ? Array.from({ length: N }, (_, i) => column.from + i * column.by) : new Array(N).fill(column.all);
  }
  T.day = T.first.map((time, i) => time === null || !T.dated[i] ? null : Math.floor((time + T.offset[i] * 60) / 86400));
  for (let i = 0; i < N; i++) {
    if (T.lon[i] === null) { X[i] = NaN; continue; }
    [X[i], Y[i]] = unit(T.lon[i] / 1e7, T.lat[i] / 1e7);
  }
  const kinds = data.kinds.map(k => ({ ...k, shape: new Path2D("M0 0" + k.path), isOn: true }));
  const lines = [...svg.querySelectorAll("defs path[data-line]")].map(path => [path.dataset.line, new Path2D(path.getAttribute("d"))]);
  const stories = data.stories || { patterns: [], of: [] }, areas = data.areas || {}, outlines = new Map();
  // What is told of a finding beside its columns; null where the page has no room for it.
  const tale = i => stories.of[i] ? { ...stories.patterns[stories.of[i][0]], numbers: stories.of[i].slice(1) } : null;
  const nearest = i => {
    const story = tale(i);
    return story && story.line !== undefined ? [wrap(T.lon[i] / 1e7 + story.numbers[0] / 1e5), T.lat[i] / 1e7 + story.numbers[1] / 1e5] : null;
  };
  // Where a report may be, as chains of the map's units; null for a disc about its position.
  function outline(i) {
    if (!areas[i]) return null;
    if (!outlines.has(i)) {
      let x = 0, y = 0;
      outlines.set(i, areas[i].map(steps => {
        const chain = [];
        for (let k = 0; k < steps.length; k += 2) chain.push([X[i] + (x += steps[k]) / 100, Y[i] + (y += steps[k + 1]) / 100]);
        return chain;
      }));
    }
    return outlines.get(i);
  }
  function traceArea(i, r) {
    const chains = outline(i);
    pen.beginPath();
    if (chains) for (const chain of chains) chain.forEach(([u, v], k) => { const [x, y] = screen(u, v); if (k) pen.lineTo(x, y); else pen.moveTo(x, y); });
    else { const [x, y] = screen(X[i], Y[i]); pen.arc(x, y, r, 0, 7); }
    pen.stroke();
  }
  const layers = { lines: true, graticule: true, footprints: false, names: true, markers: true, party: false };
  let first = 0, last = data.days ? data.days.names.length - 1 : 0, chosen = -1;
  const isAllDays = () => !data.days || (first === 0 && last === data.days.names.length - 1);
  const isOfTime = day => isAllDays() || (day !== null && day >= data.days.starts[first] && day < data.days.starts[last + 1]);
  const isShown = i => kinds[T.kind[i]].isOn && isOfTime(T.day[i]) && !isNaN(X[i]);

  // The view: which part of the map, in its units.
  const view = { x: 0, y: 0, k: 1 };
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  canvas.setAttribute("aria-hidden", "true");
  frame.insertBefore(canvas, svg.nextSibling);
  let perUnit = 1, ratio = 1, isWaiting = false;
  const screen = (x, y) => [(x - view.x) * perUnit, (y - view.y) * perUnit];
  function draw() {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; paint(); });
  }
  function clamp() {
    view.k = Math.min(400, Math.max(1, view.k));
    const w = 1000 / view.k, h = HEIGHT / view.k;
    view.x = Math.min(1000 - w, Math.max(0, view.x));
    view.y = Math.min(HEIGHT - h, Math.max(0, view.y));
  }
  function zoom(factor, x = view.x + 500 / view.k, y = view.y + HEIGHT / 2 / view.k) {
    const before = view.k;
    view.k = Math.min(400, Math.max(1, view.k * factor));
    const share = before / view.k;
    view.x = x - (x - view.x) * share;
    view.y = y - (y - view.y) * share;
    clamp();
    draw();
    list();
  }
  function move(dx, dy) { view.x += dx; view.y += dy; clamp(); draw(); list(); }

  function paint() {
    const box = frame.getBoundingClientRect(), width = svg.clientWidth || box.width, height = width * HEIGHT / 1000;
    ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    svg.setAttribute("viewBox", view.x + " " + view.y + " " + 1000 / view.k + " " + HEIGHT / view.k);
    perUnit = width / 1000 * view.k;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    if (layers.graticule) graticule(width, height);
    if (data.cells) cells();
    if (layers.footprints) footprints(width, height);
    marks(width, height);
    names(width, height);
    furniture(width, height);
  }
  function footprints(width, height) {
    pen.lineWidth = 1;
    pen.strokeStyle = "#1c242988";
    for (let i = 0; i < N; i++) {
      const r = T.bound[i] / 1000 / P.scale * perUnit, chains = areas[i] && isShown(i) ? outline(i) : null;
      if (!chains && r < 3 || !isShown(i)) continue;
      const [x, y] = screen(X[i], Y[i]);
      if (!chains && (x < -r || y < -r || x > width + r || y > height + r)) continue;
      traceArea(i, r);
    }
  }
  function marks(width, height) {
    const size = (N > 2000 ? 0.7 : N > 600 ? 0.85 : 1) * Math.min(1.5, 1 + Math.log10(view.k) / 3);
    for (let k = kinds.length - 1; k >= 0; k--) {
      const kind = kinds[k];
      if (!kind.isOn) continue;
      for (let i = 0; i < N; i++) {
        if (T.kind[i] !== k || !isShown(i)) continue;
        const [x, y] = screen(X[i], Y[i]);
        if (x < -8 || y < -8 || x > width + 8 || y > height + 8) continue;
        stamp(kind, x, y, size, layers.party && T.party[i] >= 0 ? data.parties[T.party[i]] || kind.colour : kind.colour);
      }
    }
    // The lines once more, so that no crowd of marks hides them.
    for (const [layer, path] of lines) {
      if (layers[layer] === false) continue;
      const k = perUnit * ratio;
      pen.setTransform(k, 0, 0, k, -view.x * k, -view.y * k);
      pen.strokeStyle = "#1c2429";
      pen.lineWidth = 1.3 / perUnit;
      pen.lineJoin = "round";
      pen.stroke(path);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (chosen < 0 || isNaN(X[chosen])) return;
    const [x, y] = screen(X[chosen], Y[chosen]), r = T.bound[chosen] / 1000 / P.scale * perUnit;
    pen.strokeStyle = "#0b5cad";
    pen.lineWidth = 3;
    pen.beginPath();
    pen.arc(x, y, 11, 0, 7);
    pen.stroke();
    pen.lineWidth = 1.5;
    if (r > 11 || areas[chosen]) traceArea(chosen, r);
    const foot = nearest(chosen);
    if (foot) {
      const [a, b] = screen(...unit(...foot));
      pen.setLineDash([4, 3]);
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(a, b);
      pen.stroke();
      pen.setLineDash([]);
    }
  }
  function stamp(kind, x, y, size, colour) {
    pen.setTransform(ratio * size, 0, 0, ratio * size, x * ratio, y * ratio);
    if (kind.fill) {
      pen.fillStyle = colour;
      pen.fill(kind.shape);
      if (kind.edge) { pen.strokeStyle = "#fff"; pen.lineWidth = 0.6; pen.stroke(kind.shape); }
    } else {
      if (kind.hollow) { pen.fillStyle = "#fff"; pen.fill(kind.shape); }
      pen.strokeStyle = colour;
      pen.lineWidth = 1.6;
      pen.stroke(kind.shape);
    }
  }
  // Squares that are as large as there are many, by powers of ten, and drawn as the gravest of them.
  function cells() {
    const C = data.cells, E = C.entries, on = [kinds[0].isOn, kinds[1].isOn, kinds.slice(2).some(k => k.isOn)];
    const counts = [0, 0, 0];
    let cell = 0, row = 0, column = 0, day = 0;
    const flush = () => {
      const kind = counts[0] ? 0 : counts[1] ? 1 : counts[2] ? 2 : -1;
      if (kind >= 0) {
        const size = C.side * perUnit * Math.min(1, 0.3 + 0.18 * Math.log10(counts[kind]) + 0.05);
        const [x, y] = screen((column + 0.5) * C.side, (row + 0.5) * C.side);
        if (kind === 1) { pen.strokeStyle = kinds[1].colour; pen.lineWidth = 1.2; pen.strokeRect(x - size / 2, y - size / 2, size, size); }
        else { pen.fillStyle = kind ? "#54718277" : "#b2182bd0"; pen.fillRect(x - size / 2, y - size / 2, size, size); }
      }
      counts.fill(0);
    };
    for (let i = 0; i < E.length; i += 4) {
      if (E[i]) { flush(); cell += E[i]; row = Math.floor(cell / C.columns); column = cell % C.columns; }
      day = E[i + 1];
      if (on[E[i + 2]] && isOfTime(day)) counts[E[i + 2]] += E[i + 3];
    }
    flush();
  }
  const halo = (text, x, y) => { pen.strokeStyle = "#f7f8f9"; pen.lineWidth = 3; pen.lineJoin = "round"; pen.strokeText(text, x, y); pen.fillText(text, x, y); };
  function names(width, height) {
    pen.textAlign = "center";
    const taken = [];
    for (const [text, x, y, kind] of data.labels) {
      if (kind === "marker" ? !layers.markers : !layers.names) continue;
      const [a, b] = screen(x, y);
      if (a < 0 || b < 0 || a > width || b > height) continue;
      if (kind === "marker") {
        pen.beginPath();
        pen.arc(a, b, 2.8, 0, 7);
        pen.fillStyle = "#fff";
        pen.fill();
        pen.strokeStyle = "#1c2429";
        pen.lineWidth = 1;
        pen.stroke();
        if (view.k < 3 && data.labels.length > 40) continue;
      }
      pen.font = (kind === "marker" ? "10px " : kind === "side" ? "14px " : "600 12px ") + "Inter, Arial, sans-serif";
      pen.fillStyle = "#22303a";
      // Whole within the frame, below the buttons and the arrow, and below other names if there is room.
      const half = pen.measureText(text).width / 2 + 4;
      const middle = 2 * half < width ? Math.min(Math.max(a, half), width - half) : width / 2;
      let base = Math.min(Math.max(kind === "marker" ? b - 7 : b, 16), height - 8);
      if (base < 62 && (middle - half < 140 || middle + half > width - 44)) base = 62;
      const isOver = y => taken.some(([from, to, at]) => middle - half < to && middle + half > from && Math.abs(at - y) < 15);
      const free = [0, 15, 30, 45].map(by => base + by).find(y => y < height - 8 && !isOver(y));
      base = free ?? base;
      taken.push([middle - half, middle + half, base]);
      halo(text, middle, base);
    }
  }
  const steps = [30, 20, 10, 5, 2, 1, 1 / 2, 1 / 3, 1 / 6, 1 / 12, 1 / 30, 1 / 60, 1 / 120, 1 / 180, 1 / 360, 1 / 720, 1 / 1800, 1 / 3600];
  function graticule(width, height) {
    const w = 1000 / view.k, h = HEIGHT / view.k, mid = place(view.x + w / 2, view.y + h / 2);
    let west = 0, east = 0, south = 90, north = -90;
    for (let i = 0; i <= 8; i++) for (let j = 0; j <= 8; j++) {
      const [lon, lat] = place(view.x + w * i / 8, view.y + h * j / 8), off = wrap(lon - mid[0]);
      west = Math.min(west, off); east = Math.max(east, off);
      south = Math.min(south, lat); north = Math.max(north, lat);
    }
    for (const lat of [89.9999999, -89.9999999]) {
      const [x, y] = unit(0, lat);
      if (x >= view.x && x <= view.x + w && y >= view.y && y <= view.y + h) {
        west = -180; east = 179.999;
        if (lat > 0) north = 90; else south = -90;
      }
    }
    const step = steps.filter(s => (north - south) / s <= Math.max(2, height / 90)).pop() || 30, across = steps.filter(s => s >= step && (east - west) / s <= Math.max(2, width / 110)).pop() || 30;
    const label = (degrees, negative, positive) => {
      const seconds = Math.round(Math.abs(degrees) * 3600);
      let text = Math.floor(seconds / 3600) + "°";
      if (step < 1) text += String(Math.floor(seconds / 60) % 60).padStart(2, "0") + "′";
      if (step < 1 / 60) text += String(seconds % 60).padStart(2, "0") + "″";
      return text + (seconds === 0 || seconds === 648000 ? "" : letter(degrees, negative, positive));
    };
    pen.strokeStyle = "#9aa5ad88";
    pen.lineWidth = 0.8;
    pen.fillStyle = "#56626b";
    pen.font = "11px Inter, Arial, sans-serif";
    const texts = [];
    const line = (points, text, isMeridian) => {
      pen.beginPath();
      let before = null, at = null;
      points.forEach(([lon, lat], i) => {
        const [x, y] = screen(...unit(lon, lat));
        if (i) pen.lineTo(x, y); else pen.moveTo(x, y);
        if (before) {
          const u = isMeridian ? before[1] - height : before[0], v = isMeridian ? y - height : x;
          if (u * v <= 0 && u !== v) at = [before[0] + u / (u - v) * (x - before[0]), before[1] + u / (u - v) * (y - before[1])];
        }
        before = [x, y];
      });
      pen.stroke();
      if (at && (isMeridian ? at[0] > 30 && at[0] < width - 200 : at[1] > 60 && at[1] < height - 40)) texts.push([text, isMeridian ? at[0] : 24, isMeridian ? height - 6 : at[1] - 4]);
    };
    const grow = (north - south) * 0.15, low = Math.max(-89.999, south - grow), high = Math.min(89.999, north + grow);
    for (let lon = Math.ceil((mid[0] + west) / across) * across, n = 0; lon <= mid[0] + east && n < 40; lon += across, n++)
      line([...Array(13).keys()].map(i => [wrap(lon), low + (high - low) * i / 12]), label(wrap(lon), "west", "east"), true);
    const wide = Math.min(180, Math.max(-west, east) * 1.2 + across * 0.2);
    for (let lat = Math.ceil(low / step) * step, n = 0; lat <= high && n < 40; lat += step, n++)
      line([...Array(25).keys()].map(i => [wrap(mid[0] - wide + 2 * wide * i / 24), lat]), label(lat, "south", "north"), false);
    pen.textAlign = "center";
    for (const [text, x, y] of texts) halo(text, x, y);
  }
  function furniture(width, height) {
    const most = Math.min(150, width / 4) / perUnit * P.scale;
    let metres = 10 ** Math.floor(Math.log10(most));
    metres *= most / metres >= 5 ? 5 : most / metres >= 2 ? 2 : 1;
    const size = metres / P.scale * perUnit, right = width - 14, base = height - 22;
    pen.fillStyle = "#1c2429";
    pen.fillRect(right - size, base, size / 2, 5);
    pen.strokeStyle = "#1c2429";
    pen.lineWidth = 1;
    pen.fillStyle = "#fff";
    pen.fillRect(right - size / 2, base, size / 2, 5);
    pen.strokeRect(right - size, base, size, 5);
    pen.fillStyle = "#1c2429";
    pen.font = "11px Inter, Arial, sans-serif";
    pen.textAlign = "right";
    halo(metres < 1000 ? number(metres, metres < 1 ? 1 : 0) + "\u00a0m" : number(metres / 1000) + "\u00a0km", right, base - 5);
    const x = width - 24, y = 34, at = place(view.x + x / perUnit, view.y + y / perUnit);
    if (Math.abs(at[1]) > 89.99) return;
    const from = unit(at[0], at[1]), to = unit(at[0], at[1] + 0.005), turn = Math.atan2(to[0] - from[0], from[1] - to[1]);
    pen.save();
    pen.translate(x, y);
    pen.rotate(turn);
    pen.fillStyle = "#1c2429";
    pen.fill(new Path2D("M0-12l6 20-6-4.5-6 4.5z"));
    pen.textAlign = "center";
    halo(W.north, 0, -15);
    pen.restore();
  }

  const items = document.getElementById("list"), count = document.getElementById("count"), teller = document.getElementById("story");
  const order = [...Array(N).keys()].filter(i => !isNaN(X[i])).sort((a, b) => T.kind[a] - T.kind[b] || (T.margin[a] ?? 1e15) - (T.margin[b] ?? 1e15) || a - b);
  const mostListed = 100;
  let visible = [], timer = 0;

  // Pointer, touch and keyboard.
  const readout = document.getElementById("readout"), pointers = new Map();
  const at = event => {
    const box = svg.getBoundingClientRect();
    return [view.x + (event.clientX - box.left) / perUnit, view.y + (event.clientY - box.top) / perUnit];
  };
  let start = null, wasMoved = false;
  frame.addEventListener("pointerdown", event => {
    if (event.target.closest("button")) return;
    pointers.set(event.pointerId, event);
    start = [event.clientX, event.clientY];
    wasMoved = false;
    if (event.pointerType === "mouse") frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", event => {
    const [x, y] = at(event), [lon, lat] = place(x, y);
    readout.textContent = written(lon, lat).join("  ·  ");
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (start && Math.hypot(event.clientX - start[0], event.clientY - start[1]) > 4) wasMoved = true;
    if (pointers.size === 1 && wasMoved) {
      frame.classList.add("moving");
      move((before.clientX - event.clientX) / perUnit, (before.clientY - event.clientY) / perUnit);
    } else if (pointers.size === 2) {
      const other = [...pointers.values()].find(p => p.pointerId !== event.pointerId);
      const span = p => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY);
      const [ox, oy] = at(other);
      if (span(before) > 0) zoom(span(event) / span(before), (x + ox) / 2, (y + oy) / 2);
      wasMoved = true;
    }
    pointers.set(event.pointerId, event);
  });
  const end = event => {
    if (!pointers.delete(event.pointerId)) return;
    frame.classList.remove("moving");
    if (event.type !== "pointerup" || wasMoved) return;
    const [x, y] = at(event), reach = (event.pointerType === "mouse" ? 10 : 22) / perUnit;
    let best = -1, distance = reach;
    for (let i = 0; i < N; i++) {
      if (!isShown(i)) continue;
      const d = Math.hypot(X[i] - x, Y[i] - y) + T.kind[i] * 1e-6;
      if (d < distance) [best, distance] = [i, d];
    }
    if (best >= 0) choose(best, false);
  };
  frame.addEventListener("pointerup", end);
  frame.addEventListener("pointercancel", end);
  frame.addEventListener("pointerleave", () => { if (!pointers.size) readout.textContent = ""; });
  frame.addEventListener("dblclick", event => { if (!event.target.closest("button")) zoom(2, ...at(event)); });
  frame.addEventListener("wheel", event => {
    // Without a key the wheel scrolls the page, as everywhere on it.
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== frame) return;
    event.preventDefault();
    zoom(2 ** (-event.deltaY / 240), ...at(event));
  }, { passive: false });
  frame.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== frame) return;
    const far = 120 / view.k;
    const keys = {
      ArrowLeft: () => move(-far, 0), ArrowRight: () => move(far, 0), ArrowUp: () => move(0, -far), ArrowDown: () => move(0, far),
      "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: all, n: () => step(1), p: () => step(-1),
    };
    const act = keys[event.key] || keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  function all() { [view.x, view.y, view.k] = [0, 0, 1]; draw(); list(); }
  const press = (id, act) => document.getElementById(id).addEventListener("click", act);
  press("zoom-in", () => zoom(1.6));
  press("zoom-out", () => zoom(1 / 1.6));
  press("zoom-all", all);
  new ResizeObserver(draw).observe(frame);

  // Layers.
  for (const box of document.querySelectorAll("input[data-layer],input[data-kind]")) {
    box.disabled = false;
    box.addEventListener("change", () => {
      if (box.dataset.kind !== undefined) kinds[box.dataset.kind].isOn = box.checked;
      else {
        layers[box.dataset.layer] = box.checked;
        const group = svg.querySelector("g[data-layer=" + box.dataset.layer + "]");
        if (group) { if (box.checked) group.removeAttribute("hidden"); else group.setAttribute("hidden", "hidden"); group.style.display = box.checked ? "" : "none"; }
      }
      draw();
      list();
    });
  }
  for (const group of svg.querySelectorAll("g[hidden]")) group.style.display = "none";

  // Time.
  const from = document.getElementById("from"), to = document.getElementById("to");
  if (data.days && from) {
    const note = document.getElementById("when"), bars = document.querySelectorAll("#histogram [data-bin]");
    const change = event => {
      if (+from.value > +to.value) { if (event.target === from) to.value = from.value; else from.value = to.value; }
      [first, last] = [+from.value, +to.value];
      for (const input of [from, to]) input.setAttribute("aria-valuetext", data.days.names[+input.value]);
      let count = 0;
      for (let i = first; i <= last; i++) count += data.days.counts[i];
      note.textContent = data.days.names[first] + (first === last ? "" : " – " + data.days.names[last]) + ": " + say("all-days", { count: number(count), total: number(data.days.total) });
      for (const bar of bars) bar.style.opacity = +bar.dataset.bin >= first && +bar.dataset.bin <= last ? 1 : 0.25;
      draw();
      list();
    };
    for (const input of [from, to]) { input.disabled = false; input.addEventListener("input", change); }
    change({ target: from });
  }

  // The findings in view, and the story of one.
  function list() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const w = 1000 / view.k, h = HEIGHT / view.k;
      visible = order.filter(i => isShown(i) && X[i] >= view.x && X[i] <= view.x + w && Y[i] >= view.y && Y[i] <= view.y + h);
      if (items.contains(document.activeElement)) return;
      const shown = visible.slice(0, mostListed);
      count.textContent = !visible.length ? W["in-view-none"] : say("in-view-some", { count: number(visible.length), shown: number(shown.length) });
      items.replaceChildren(...shown.map(i => {
        const item = document.createElement("li"), button = document.createElement("button"), name = document.createElement("bdi"), rest = document.createElement("span");
        button.type = "button";
        button.dataset.i = i;
        if (i === chosen) button.setAttribute("aria-current", "true");
        name.textContent = T.id[i] ?? "#" + T.number[i];
        rest.textContent = [kinds[T.kind[i]].word, word(T.category[i])].filter(Boolean).join(", ");
        button.append(sample(kinds[T.kind[i]]), name, rest);
        item.append(button);
        return item;
      }));
    }, 120);
  }
  function sample(kind) {
    const ns = "http://www.w3.org/2000/svg", picture = document.createElementNS(ns, "svg"), path = document.createElementNS(ns, "path");
    for (const [name, value] of Object.entries({ width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" })) picture.setAttribute(name, value);
    path.setAttribute("d", "M0 0" + kind.path);
    path.setAttribute("fill", kind.fill ? kind.colour : kind.hollow ? "#fff" : "none");
    if (!kind.fill) { path.setAttribute("stroke", kind.colour); path.setAttribute("stroke-width", "1.6"); }
    picture.append(path);
    return picture;
  }
  items.addEventListener("focusin", event => { const button = event.target.closest("button"); if (button) choose(+button.dataset.i, false); });
  items.addEventListener("click", event => { const button = event.target.closest("button"); if (button) choose(+button.dataset.i, true); });
  items.addEventListener("focusout", () => list());
  for (const link of document.querySelectorAll("[data-told]")) link.addEventListener("click", event => {
    const i = order.find(i => T.file[i] + ":" + T.number[i] === link.dataset.told);
    if (i === undefined) return;
    choose(i, true);
    frame.scrollIntoView({ block: "center" });
    event.preventDefault();
  });
  function step(way) {
    if (!visible.length) return;
    const now = visible.indexOf(chosen);
    choose(visible[(now < 0 ? (way > 0 ? 0 : visible.length - 1) : now + way + visible.length) % visible.length], true);
  }
  const word = k => k < 0 ? "" : data.names[k];
  function time(i) {
    if (T.first[i] === null) return W["story-no-time"];
    const show = seconds => {
      const day = new Date((seconds + T.offset[i] * 60) * 1000).toISOString();
      return say("date", { day: +day.slice(8, 10) === 1 ? W["first-day"] : +day.slice(8, 10), month: W.months.split("|")[+day.slice(5, 7) - 1], year: day.slice(0, 4) }) + " " + day.slice(11, 16);
    };
    const zone = T.offset[i] ? " (UTC" + (T.offset[i] < 0 ? "−" : "+") + String(Math.floor(Math.abs(T.offset[i]) / 60)).padStart(2, "0") + ":" + String(Math.abs(T.offset[i]) % 60).padStart(2, "0") + ")" : " (UTC)";
    return show(T.first[i]) + (T.lasting[i] ? " – " + show(T.first[i] + T.lasting[i]) : "") + zone;
  }
  // A sentence of the judgement, in the page's language where there is a translation.
  const said = text => W["say:" + text] || text.split("; ").map(part => W["say:" + part] || part).join("; ");
  // What explain tells of a finding: sentences are added to the texts, zones and rules come as lists.
  function tell(i, story, texts) {
    const numbers = story.numbers.slice();
    if (story.line !== undefined) {
      const foot = nearest(i), [, , segment, share, total, beyond] = numbers.splice(0, 6);
      const line = story.line + (story.version ? " (" + say("version", { number: number(story.version) }) + ")" : ""), part = story.part ? say("tale-part", { part: number(story.part) }) : "";
      const where = share === 0 || share === 1000 ? say("tale-vertex", { vertex: number(segment + (share ? 1 : 0)) }) : say("tale-segment", { segment: number(segment), share: number(share / 10, 1) });
      texts.push(say("tale-nearest", { line, place: decimal(foot[0], foot[1], 5), where: where + part }));
      if (beyond) texts.push(say("tale-beyond", { distance: length(beyond / 10) }));
      const own = total ? total / 10 - story.accuracy / 10 : T.bound[i] / 1000, all = own + story.accuracy / 10;
      if (all) texts.push(say("tale-uncertain", { total: length(all), report: length(own), line: length(story.accuracy / 10) }) + (story.open ? " " + W["tale-side"] : ""));
    }
    const list = (title, rows) => {
      if (!rows.length) return [];
      const head = document.createElement("h4"), items = document.createElement("ul");
      head.textContent = W[title];
      items.append(...rows.map(([name, text, reason]) => {
        const item = document.createElement("li"), bold = document.createElement("bdi"), rest = document.createElement("span"), why = document.createElement("small"), because = said(reason);
        bold.textContent = name;
        rest.textContent = " – " + text;
        why.textContent = because;
        if (because === reason && root.lang !== "en") why.lang = "en";
        item.append(bold, rest, why);
        return item;
      }));
      return [head, items];
    };
    const words = [W["tale-open"], W["tale-in"], W["tale-partly"]];
    const zones = list("zones", story.zones.map(([id, answer, reason]) => [id, words[answer], reason]));
    const rules = list("tale-rules", story.rules.map(([id, finding, reason], k) => {
      const kind = kinds.find(k => k.key === finding), margin = numbers[k];
      const text = (kind ? kind.word : finding) + (margin === null || margin === undefined ? "" : ", " + say(margin < 0 ? "tale-inside" : "tale-outside", { margin: length(Math.abs(margin) / 10) }));
      return [id, text, reason];
    }));
    if (story.again) {
      const kind = kinds.find(k => k.key === story.again);
      texts.push(say("tale-again", { finding: kind ? kind.word : story.again }));
    }
    return [...zones, ...rules];
  }
  function choose(i, moves) {
    chosen = i;
    const lon = T.lon[i] / 1e7, lat = T.lat[i] / 1e7, texts = [];
    const file = data.files[T.file[i]], record = T.number[i];
    texts.push(T.id[i] === null ? say("story-record-only", { number: number(record), file }) : say("story-record", { id: T.id[i], number: number(record), file }));
    texts.push(say("story-finding", { finding: kinds[T.kind[i]].word }));
    texts.push(say("story-what", { category: word(T.category[i]) || W["story-no-category"], party: word(T.party[i]) || W["story-no-party"], time: time(i) }));
    texts.push(say("story-at", { place: written(lon, lat).join(" · ") }) + (T.bound[i] ? ", " + say("story-bound", { bound: length(T.bound[i] / 1000) }) : ""));
    if (T.distance[i] !== null) {
      const values = { distance: length(T.distance[i] / 1000), line: word(T.line[i]), side: word(T.side[i]) };
      texts.push(say(T.side[i] < 0 || values.side === "undeterminable" ? "story-distance-only" : "story-distance", values));
    }
    texts.push(T.zones[i] < 0 ? W["story-no-zones"] : say("story-zones", { zones: word(T.zones[i]) }));
    if (T.open[i] >= 0) texts.push(say("story-open", { zones: word(T.open[i]) }));
    if (T.rule[i] >= 0) {
      const rule = data.rules[word(T.rule[i])], clause = word(T.clause[i]) || (rule && rule[1]);
      const named = word(T.rule[i]) + (clause ? " (" + clause + ")" : "");
      texts.push(rule ? say("story-rule-says", { rule: named, definition: rule[0] }) : say("story-rule", { rule: named }));
      if (T.margin[i] !== null) texts.push(say(T.margin[i] < 0 ? "story-inside" : "story-outside", { margin: length(Math.abs(T.margin[i]) / 1000) }));
    }
    const story = tale(i), extra = story ? tell(i, story, texts) : [];
    if (!story && T.rules[i] >= 0) for (const line of word(T.rules[i]).split("\n")) {
      const colon = line.indexOf(":"), kind = kinds.find(k => k.key === line.slice(0, colon));
      texts.push(say("story-rules", { finding: kind ? kind.word : line.slice(0, colon), rules: line.slice(colon + 1) }));
    }
    const quote = T.rule[i] >= 0 && data.rules[word(T.rule[i])] && data.rules[word(T.rule[i])][2];
    const parts = texts.map(text => { const p = document.createElement("p"); p.textContent = text; p.dir = "auto"; return p; });
    parts.push(...extra);
    if (quote) { const q = document.createElement("blockquote"); q.textContent = "“" + quote + "”"; q.dir = "auto"; parts.push(q); }
    teller.replaceChildren(...parts);
    for (const button of items.querySelectorAll("button")) if (+button.dataset.i === i) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    const w = 1000 / view.k, h = HEIGHT / view.k;
    const isOut = X[i] < view.x || X[i] > view.x + w || Y[i] < view.y || Y[i] > view.y + h;
    if (isOut && moves) { view.x = X[i] - w / 2; view.y = Y[i] - h / 2; clamp(); list(); }
    draw();
  }
  // For tests of this page: nothing of it is needed to use it.
  window.dmz = { written, unit, place, view, choose };
  paint();
  list();
})();

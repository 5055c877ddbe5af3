// The map: an embedded outline of the world, the capitals, and the places of the list beside it; and the slider through time.
"use strict";

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const frame = document.querySelector("[data-map]");
const rows = () => [...document.querySelectorAll(`#${frame.dataset.map} [data-latitude]`)];
let map;
let shown;

const script = (address) =>
  new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = address;
    made.onload = resolve;
    made.onerror = reject;
    document.head.append(made);
  });

const point = (row) => [Number(row.dataset.latitude), Number(row.dataset.longitude)];

/** Text that Leaflet shows as text: it takes strings for HTML. */
const said = (text) => {
  const made = document.createElement("span");
  made.textContent = text.replace(/\s+/g, " ").trim();
  return made;
};

/** A ring that crosses the 180th meridian goes on beyond it, instead of back around the world. */
const unwrapped = (ring) => {
  let turn = 0;
  return ring.map(([x, y], n) => {
    const step = n ? x - ring[n - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [x + turn, y];
  });
};

/** The outline without Antarctica, whose ring goes all around. */
function flat(world) {
  const land = world.features.filter((one) => one.id !== "010");
  return land.map(({ geometry: { type, coordinates } }) => ({
    type: "Feature",
    properties: {},
    geometry: { type: "MultiPolygon", coordinates: (type === "Polygon" ? [coordinates] : coordinates).map((rings) => rings.map(unwrapped)) },
  }));
}

function draw() {
  const L = window.L;
  shown?.remove();
  const places = rows();
  const most = Math.max(1, ...places.map((row) => Number(row.dataset.acts)));
  shown = L.layerGroup(
    places.map((row) => {
      const radius = 5 + 13 * Math.sqrt(Number(row.dataset.acts) / most);
      const mark = L.circleMarker(point(row), { radius, weight: 1.5, color: colour("--accent"), fillColor: colour("--accent"), fillOpacity: 0.45 });
      return mark.bindTooltip(said(row.textContent)).on("click", () => row.querySelector("a")?.click());
    }),
  ).addTo(map);
  return places.map(point);
}

async function open() {
  frame.hidden = false;
  await script(frame.dataset.leaflet);
  const L = window.L;
  map = L.map(frame, { attributionControl: false, minZoom: 1, maxZoom: 8, worldCopyJump: false, zoomSnap: 0.5 });
  map.setView([25, 15], 1.5);
  const outline = await (await fetch(frame.dataset.outline)).json();
  L.geoJSON(flat(outline), { interactive: false, style: { color: colour("--line"), weight: 0.7, fillColor: colour("--sunk"), fillOpacity: 1 } }).addTo(map);
  for (const row of document.querySelectorAll("#capitals [data-latitude]")) {
    L.circleMarker(point(row), { radius: 1.5, stroke: false, fillColor: colour("--soft"), fillOpacity: 0.9 }).bindTooltip(said(row.textContent)).addTo(map);
  }
  const points = draw();
  if (points.length) map.fitBounds(L.latLngBounds(points).pad(0.3), { maxZoom: 4, animate: false });
}

if (frame) {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    open();
  });
  frame.hidden = false;
  seen.observe(frame);
}

const slider = document.querySelector("[data-slider]");
if (slider) {
  const form = slider.form;
  const periods = form.dataset.periods.split(" ").filter(Boolean);
  const at = document.getElementById("slider-at");
  const { since, until } = form.elements;
  const tell = () => (at.textContent = slider.value === "0" ? slider.dataset.all : periods[slider.value - 1]);
  if (since.value && since.value === until.value) slider.value = periods.indexOf(since.value) + 1;
  tell();
  const show = async () => {
    const period = slider.value === "0" ? "" : periods[slider.value - 1];
    since.value = until.value = period;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const address = `${form.getAttribute("action")}?${query}`;
    const answer = await fetch(address);
    if (!answer.ok || slider.value !== String(period ? periods.indexOf(period) + 1 : 0)) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["map-places", "map-acts"]) document.getElementById(id).replaceWith(page.getElementById(id));
    history.replaceState(history.state, "", address);
    if (map) draw();
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("change", show);
}

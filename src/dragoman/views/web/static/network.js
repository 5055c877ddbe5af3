// The network, drawn of the lists beside it: a node leads to its dossier, an edge to its acts.
"use strict";

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const frame = document.getElementById("graph");
const nodes = [...document.querySelectorAll("[data-node]")];
const edges = [...document.querySelectorAll("[data-edge]")];
const number = (row) => Number(row.dataset.acts);

async function draw() {
  frame.hidden = false;
  const { default: cytoscape } = await import(frame.dataset.cytoscape);
  const most = Math.max(1, ...nodes.map(number));
  const heaviest = Math.max(1, ...edges.map(number));
  const graph = cytoscape({
    container: frame,
    elements: [
      ...nodes.map((row) => ({
        data: { id: row.dataset.ident, name: row.dataset.name, size: 14 + 34 * Math.sqrt(number(row) / most), to: row.querySelector("a").href },
      })),
      ...edges.map((row, n) => ({
        data: {
          id: `edge ${n}`,
          source: row.dataset.a,
          target: row.dataset.b,
          width: 1 + 7 * Math.sqrt(number(row) / heaviest),
          to: row.querySelector("a").href,
        },
      })),
    ],
    style: [
      {
        selector: "node",
        style: {
          width: "data(size)",
          height: "data(size)",
          "background-color": colour("--accent"),
          label: "data(name)",
          color: colour("--ink"),
          "font-size": 18,
          "text-wrap": "ellipsis",
          "text-max-width": 220,
          "text-valign": "bottom",
          "text-margin-y": 3,
        },
      },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("--line"), opacity: 0.6, "curve-style": "straight" } },
      { selector: ".near", style: { "line-color": colour("--accent"), opacity: 1 } },
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true, padding: 20 },
    minZoom: 0.2,
    maxZoom: 4,
  });
  const plain = Math.min(2.8, 1 / graph.zoom());
  graph.style().selector("node").style({ "font-size": 12 * plain, "text-max-width": 130 * plain }).update();
  graph.on("tap", "node, edge", (event) => location.assign(event.target.data("to")));
  graph.on("mouseover", "node", (event) => event.target.connectedEdges().addClass("near"));
  graph.on("mouseout", "node", (event) => event.target.connectedEdges().removeClass("near"));
}

if (frame && nodes.length) draw();

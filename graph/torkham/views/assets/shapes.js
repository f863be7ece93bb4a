// One outline for each shape, within -1 … 1: the picture, the legend and the SVG export draw the same.

const polygon = (points) => `M${points.map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join("L")}Z`;
const regular = (corners, turn, radius = 1) =>
  polygon(Array.from({ length: corners }, (_, at) => {
    const angle = turn + (2 * Math.PI * at) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }));
const star = () =>
  polygon(Array.from({ length: 10 }, (_, at) => {
    const angle = -Math.PI / 2 + (Math.PI * at) / 5;
    const radius = at % 2 ? 0.5 : 1.12;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }));

const CIRCLE = "M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z";

export const OUTLINES = {
  circle: CIRCLE,
  ring: `${CIRCLE}M-0.55,0A0.55,0.55 0 1 1 0.55,0A0.55,0.55 0 1 1 -0.55,0Z`,
  square: "M-0.88,-0.88H0.88V0.88H-0.88Z",
  diamond: regular(4, 0, 1.15),
  triangle: regular(3, -Math.PI / 2, 1.15),
  "triangle-down": regular(3, Math.PI / 2, 1.15),
  hexagon: regular(6, 0, 1.05),
  pentagon: regular(5, -Math.PI / 2, 1.05),
  star: star(),
  pin: "M0,1.2C-0.3,0.55 -0.9,0.2 -0.9,-0.35A0.9,0.9 0 1 1 0.9,-0.35C0.9,0.2 0.3,0.55 0,1.2ZM-0.34,-0.35A0.34,0.34 0 1 1 0.34,-0.35A0.34,0.34 0 1 1 -0.34,-0.35Z",
  document: "M-0.75,-1H0.3L0.75,-0.55V1H-0.75ZM-0.42,-0.15H0.42V0.05H-0.42ZM-0.42,0.35H0.42V0.55H-0.42Z",
  bar: "M-1.1,-0.62H1.1V0.62H-1.1Z",
};

const paths = new Map();

/** The outline as a canvas path. */
export function path(shape) {
  if (!paths.has(shape)) paths.set(shape, new Path2D(OUTLINES[shape] || CIRCLE));
  return paths.get(shape);
}

const dark = matchMedia("(prefers-color-scheme: dark)");
let printed = false;

/** The colour of a look (node type, group or paper) on the page as it is now; on paper always the light one. */
export const colour = (pair) => (dark.matches && !printed ? pair.dark : pair.light);
export const onScheme = (listener) => dark.addEventListener("change", listener);

/** Runs `draw` with the light colours, for what leaves the page. */
export function inLight(draw) {
  printed = true;
  try {
    return draw();
  } finally {
    printed = false;
  }
}

/** The colours that are not of a type. */
export function inks() {
  const isDark = dark.matches && !printed;
  return isDark
    ? { ink: "#eef2f5", soft: "#a9b4be", paper: "#14181d", ring: "#ffffff", alarm: "#ff8f78" }
    : { ink: "#1a2026", soft: "#59636d", paper: "#ffffff", ring: "#10151a", alarm: "#b8321a" };
}

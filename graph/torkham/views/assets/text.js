// Strings and elements. Every string of an article is hostile: it reaches the page as a text node, never as markup.

/** An element. `props` become attributes (`on…` functions listeners, `class`, `data-…`); children are nodes or text. */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** The same for SVG. */
export function svg(tag, props = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

export const isRtl = (text) => RTL.test(text);

/** The language of a name when the graph does not tell: by letters that only one language writes, else by script. */
function guessLanguage(text) {
  if (!ARABIC.test(text)) return RTL.test(text) ? "he" : null;
  if (/[ټډړږښڼۍېګ]/.test(text)) return "ps";
  if (/[ٹڈڑںےھہ]/.test(text)) return "ur";
  return /[پچژگ]/.test(text) ? "fa" : "und-Arab";
}

/** Text in an isolate of its own direction, for strings that are put together (U+2068 … U+2069). */
export function isolate(text) {
  const plain = String(text).replace(CONTROLS, "");
  return RTL.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** The same as an element, with its language. */
export function bdi(text, language = null) {
  const lang = language || guessLanguage(String(text));
  return el("bdi", { dir: "auto", lang }, isolate(text));
}

const LETTERS = new Map([
  ["ي", "ی"], ["ى", "ی"], ["ې", "ی"], ["ۍ", "ی"], ["ك", "ک"], ["ګ", "گ"], ["ة", "ه"], ["ۀ", "ه"], ["ہ", "ه"], ["ھ", "ه"], ["ە", "ه"],
  ["ٱ", "ا"], ["ß", "ss"], ["ø", "o"], ["ł", "l"], ["đ", "d"], ["ı", "i"], ["æ", "ae"],
]);

const PLAIN = /^[ -~]*$/; // ASCII needs none of what other scripts need

/** What a search compares: case, accents, vowel signs, joiners, hyphens and the variants of letters and digits fall away. */
export function fold(text) {
  const given = String(text);
  if (PLAIN.test(given)) return given.toLowerCase().replace(/['`-]/g, "").replace(/ +/g, " ").trim();
  return given
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\u0640\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069'’‘`ʼ-]/gu, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[^\u0000-\u007f]/g, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** The address if it is a web address, else null: no other scheme ever becomes a link. */
function webAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A link to the web, or the plain text where the address is none. */
export function link(address, label) {
  const href = webAddress(address);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, label) : el("span", {}, label);
}

export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** 'DeadlineSet' in words. */
export const spaced = (name) => name.replace(/([a-z])(?=[A-Z])/g, "$1 ").replace(/[-_]/g, " ").toLowerCase();

export const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : text);

/** Says something to who cannot see the picture. */
export function announce(message) {
  byId("live").textContent = message;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAY = 86400000;

/** EDTF (level 0 and unknown years) as first and last day since 1970, or null where it fixes no day. */
export function days(date) {
  if (!date) return null;
  const [from, to] = date.split("/");
  const first = from && span(from);
  const last = to ? span(to) : first;
  return first && last ? [first[0], last[1]] : null;
}

function span(date) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] || 1), Number(match[3] || 1)];
  const from = Date.UTC(year, month - 1, day);
  const to = match[3] ? from : match[2] ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
  return Number.isFinite(from) ? [from / DAY, to / DAY] : null;
}

export const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
export const dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

/** A date as people read it; 'XXXX-03-31' says that its year is not known. */
export function readDate(date) {
  if (!date) return "";
  if (date.includes("/")) return readSpan(...date.split("/"));
  const match = /^([\dX]{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!match) return date;
  const year = match[1].includes("X") ? "year not known" : match[1];
  const comma = match[1].includes("X") ? ", " : " ";
  const month = MONTHS[Number(match[2]) - 1];
  if (!month) return year;
  return `${match[3] ? `${Number(match[3])} ` : ""}${month}${comma}${year}`;
}

/** Two dates as one: '9–30 November 2023', '1 November – 6 December 2023', '1990–1999'. */
export function readSpan(from, to) {
  if (!to || from === to) return readDate(from);
  if (/^\d{4}-01-01$/.test(from) && to.endsWith("-12-31")) [from, to] = [from.slice(0, 4), to.slice(0, 4)];
  const [one, other] = [readDate(from), readDate(to)];
  if (/^\d{4}$/.test(one) && /^\d{4}$/.test(other)) return one === other ? one : `${one}–${other}`;
  const same = [from.slice(0, 7) === to.slice(0, 7), from.slice(0, 4) === to.slice(0, 4)];
  if (from.length === 10 && to.length === 10 && same[0]) return `${one.split(" ")[0]}–${other}`;
  return same[1] && from.length === to.length ? `${one.slice(0, one.lastIndexOf(" "))} – ${other}` : `${one} – ${other}`;
}

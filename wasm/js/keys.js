// Documents have snake_case fields, JavaScript objects camelCase ones. Only the names of fields change,
// never a value: no document uses data as a name.
import { MeedoenError } from "./error.js";

/** The document of a JavaScript value. The objects in fields named in `verbatim` stay as they are. */
export function toDocument(value, verbatim = [], field = "") {
  if (typeof value === "number" && !Number.isFinite(value)) throw notFinite(value, field);
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.toJSON === "function") return toDocument(value.toJSON(), verbatim, field);
  if (ArrayBuffer.isView(value)) value = Array.from(value);
  if (Array.isArray(value)) {
    return value.map((item, index) => toDocument(item, verbatim, `${field}[${index + 1}]`));
  }
  const document = {};
  for (const [key, item] of Object.entries(value)) {
    const name = verbatim === true ? key : snake(key);
    if (Object.hasOwn(document, name)) throw new TypeError(`the field ${name} is given twice`);
    const inside = verbatim === true || verbatim.includes(key) || verbatim.includes(name) || verbatim;
    document[name] = toDocument(item, inside, field ? `${field}.${name}` : name);
  }
  return document;
}

/** The JavaScript value of a document; `JSON.stringify` writes it as the document again. */
export function fromDocument(value, verbatim = []) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fromDocument(item, verbatim));
  const object = {};
  for (const [name, item] of Object.entries(value)) {
    object[camel(name)] = verbatim.includes(name) ? item : fromDocument(item, verbatim);
  }
  return Object.defineProperty(object, "toJSON", { value: fields });
}

function fields() {
  return Object.fromEntries(Object.entries(this).map(([key, value]) => [snake(key), value]));
}

const snake = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
// An underscore before a digit stays, so that the way back is exact.
const camel = (name) => name.replace(/(?<=.)_([a-z])/g, (_, letter) => letter.toUpperCase());

function notFinite(value, field) {
  const text = Number.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
  const [nl, en] = field ? [`veld \`${field}\`: `, `field \`${field}\`: `] : ["", ""];
  const message = {
    nl: `${nl}\`${text}\` is geen eindig getal: verwacht werd een getal, of \`null\` voor onbekend`,
    en: `${en}\`${text}\` is not a finite number: expected a number, or \`null\` for unknown`,
  };
  const code = "not-finite";
  const problem = { code, message, row: null, event: null, field: field || null };
  return new MeedoenError({ code, message, problems: [problem] });
}

// Registrations as a table: a CSV file, or a synthetic example drawn from rates that are stated here.
import { ladder, multistate } from "./meedoen/index.js";

/** What a column can be, with the names it often has. */
export const ROLES = {
  person: /^(client|klant|persoon|person|id)/i,
  time: /^(datum|date|dag|day|peildatum|time)/i,
  state: /^(trede|rung|ladder|state)/i,
  group: /^(groep|group|team|wijk|district)/i,
};

/** The columns of a CSV text, each with its name and the texts in it; an empty cell is `null`. */
export function parse(source) {
  const separator = [";", "\t", ","].find((one) => source.split(/\r?\n/, 1)[0].includes(one)) ?? ",";
  const [names = [], ...rows] = cells(source.replace(/^\ufeff/, ""), separator);
  return names.map((name, at) => ({ name: name.trim(), values: rows.map((row) => row[at]?.trim() || null) }));
}

/** Every row as texts; quotes keep separators, quotes and line ends in a cell. */
function cells(source, separator) {
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  const next = () => {
    row.push(cell);
    cell = "";
  };
  const end = () => {
    next();
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '"') {
      if (quoted && source[at + 1] === '"') cell += source[(at += 1)];
      else quoted = !quoted;
    } else if (quoted) cell += sign;
    else if (sign === separator) next();
    else if (sign === "\n") end();
    else if (sign !== "\r") cell += sign;
  }
  end();
  return rows;
}

/** Which column seems to be what, by its name. */
export function guess(columns) {
  const find = (pattern) => columns.find(({ name }) => pattern.test(name))?.name ?? "";
  return Object.fromEntries(Object.entries(ROLES).map(([role, pattern]) => [role, find(pattern)]));
}

/** The panel of a table; rungs that are written otherwise get the number of their rung. */
export function panelOf(columns, { person, time, state, group }) {
  const numbered = columns.map((column) => (column.name === state ? { ...column, values: numbers(column.values) } : column));
  const used = new Set([person, time, state, group]);
  return { person, time, state, covariates: group ? [group] : [], columns: numbered.filter(({ name }) => used.has(name)) };
}

function numbers(values) {
  const numberOf = new Map(ladder.rungs().map(({ code, number }) => [code, String(number)]));
  const written = [...new Set(values)].filter((value) => value !== null);
  try {
    const found = ladder.recognise(written);
    const number = new Map(written.map((value, at) => [value, numberOf.get(found[at])]));
    return values.map((value) => number.get(value) ?? null);
  } catch {
    // Placements between rungs, or something that is wrong: the library says which when it reads the panel.
    return values;
  }
}

/** Moves per person per year, stated for the example; they come from nowhere else. */
export const STATED = [
  ["1", "2", 0.5], ["2", "3", 0.45], ["3", "4", 0.4], ["4", "5", 0.25], ["5", "6", 0.3],
  ["2", "1", 0.3], ["3", "2", 0.3], ["4", "3", 0.35], ["5", "4", 0.3], ["6", "5", 0.15],
];
const TEAMS = ["team A", "team B"];

/** People who never were: drawn from the stated rates, the same every time. The two teams do not differ. */
export function synthetic(people = 600) {
  const rates = STATED.map(([from, to, rate]) => ({ from, to, rate }));
  const states = ladder.stateSpace("neighbouring").space.states;
  const start = [30, 25, 20, 15, 6, 4].map((share, at) => ({ state: String(at + 1), people: share }));
  const study = { people, until: 3, shortest: 0.2, longest: 1, start, covariates: [{ covariate: "team", share: 0.4 }], origin: "2022-01-03" };
  const { columns } = multistate.simulate(multistate.given(states, rates), study, { seed: 5 });
  const names = { person: "client", time: "datum", state: "trede" };
  return columns.map(({ name, values }) => ({
    name: names[name] ?? name,
    values: name === "team" ? values.map((one) => TEAMS[one]) : values,
  }));
}

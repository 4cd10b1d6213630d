// What the library finds in registrations: their quality, the counts, a model and what it expects.
import { ladder, multistate } from "./meedoen/index.js";

const YEARS = [0, 1, 2];

/** Everything the page shows of a panel; its charts are made where the language is known. */
export function seen(panel, group) {
  const quality = ladder.quality({ panel });
  const states = ladder.stateSpace("neighbouring").space.states;
  const codes = states.map(({ code }) => code);
  const counting = { panel, states: codes, group: group || null };
  const { cautions, leftOut } = multistate.tables(counting);
  const tables = multistate.protectedTables(counting);
  const specification = ladder.specification({ panel });
  const begun = performance.now();
  const fit = multistate.fit({ ...specification, panel });
  const seconds = (performance.now() - begun) / 1000;
  const { model } = fit;
  const now = present(panel, codes);
  return {
    quality, states, cautions, leftOut, tables, fit, seconds, model,
    rates: multistate.answer(model, [{ question: "intensity" }]),
    usual: codes.reduce((most, code) => (now.get(code) > now.get(most) ? code : most)),
    people: [...now.values()].reduce((sum, count) => sum + count, 0),
    forecast: multistate.forecast(model, YEARS, { now: [{ states: [...now].map(([state, people]) => ({ state, people })) }] }),
  };
}

/** How many people are on each rung by their last registration; placements between rungs are left out. */
function present({ person, time, state, columns }, codes) {
  const [people, times, rungs] = [person, time, state].map((wanted) => columns.find(({ name }) => name === wanted).values);
  const last = new Map();
  // Dates are written so that later is larger.
  people.forEach((one, row) => {
    if (!last.has(one) || times[row] >= times[last.get(one)]) last.set(one, row);
  });
  const counts = new Map(codes.map((code) => [code, 0]));
  for (const row of last.values()) if (counts.has(rungs[row])) counts.set(rungs[row], counts.get(rungs[row]) + 1);
  return counts;
}

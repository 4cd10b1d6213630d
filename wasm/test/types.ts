// Compiled, never run: how a program in TypeScript uses the package.
import init, {
  MeedoenError, call, cocreation, ladder, multistate, operations, sources, tegenprestatie, type Label, type PartSource, type Problem, type Source,
} from "meedoen";

await init();
await init({ duty: true, practice: true });
await init({ process: true, groups: true, sources: true, following: true, roads: true, charts: true, timeline: true });
await init({ models: true, fit: true, panels: true, panelCharts: true });
await init({ people: false, process: new URL("https://example.org/process.wasm"), charts: fetch("charts.wasm") });

const names: string[] = operations();
const placement = ladder.classify({ contract: false, weeklyUnpaidWorkWithResponsibility: null });
const shown: string | undefined = placement.rung ?? placement.nextQuestion?.text.nl;
const answer = call<{ readonly label: Label }>("ladder.classify", { facts: {} }, { verbatim: ["facts"] });

// A source is where an answer comes from; what a part is loaded from has another name.
const facts: readonly string[] | undefined = placement.reasons.map((reason): Source => reason.source)[0]?.facts;
const part: PartSource = new URL("https://example.org/people.wasm");
const first = (error: MeedoenError): Problem | undefined => error.problems[0];
const common: string | undefined = cocreation.eventKinds().common[0]?.name;
ladder.chart([{ input: "contract", answer: null }], { language: "nl" });
const explained: string | undefined = sources.facts(facts ?? [])[0]?.text.nl ?? sources.fact("COC-36").publication;
console.log(facts, part, first, common, explained);

try {
  call(names[0] ?? "", {});
} catch (error) {
  if (error instanceof MeedoenError) console.log(error.messages.nl, error.problems[0]?.row, shown, answer.label.en);
}

// @ts-expect-error a source is that of a part
await init(new URL("https://example.org/meedoen.wasm"));
// @ts-expect-error a result cannot be changed
placement.rung = "unpaid-work";
// @ts-expect-error an answer is yes or no, a number or a code
ladder.classify({ contract: {} });
// @ts-expect-error a request is a document
call("ladder.classify", "contract");

// A question takes facts by name; an answer has what is still possible and what to ask.
const duty = tegenprestatie.duty({ age: 40, careTasks: null }, { date: "2020-05-01" });
const asked: string | undefined = duty.nextQuestion?.text.nl ?? duty.possible[0];
// @ts-expect-error the law is applied on a date
tegenprestatie.duty({ age: 40 }, {});
console.log(asked, tegenprestatie.languageRequirement({ tested: false }, { date: "2020-05-01" }).outcome);

// What a fit answers can be asked again; what is asked of a panel is one request.
const columns = [{ name: "client", values: ["a", "a"] }, { name: "date", values: ["2024-01-15", "2024-09-01"] }, { name: "rung", values: ["2", "3"] }];
const panel = { person: "client", time: "date", state: "rung", columns };
const { model, minus2ll } = multistate.fit({ space: ladder.stateSpace("neighbouring").space, panel });
const likely: number | null | undefined = multistate.answer(model, [{ question: "probability", from: "1", end: 1 }], { level: 0.9 })[0]?.value;
const after: number | undefined = multistate.forecast(model, [1, 2], { now: [{ states: [{ state: "1", people: 10 }] }] }).moments[0]?.after;
multistate.flowChart(model, 1, { language: "nl" });
console.log(minus2ll, likely, after);

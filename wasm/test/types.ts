// Compiled, never run: how a program in TypeScript uses the package.
import init, {
  MeedoenError, call, cocreation, ladder, operations, type Label, type PartSource, type Problem, type Source,
} from "meedoen";

await init();
await init({ process: true, charts: true });
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
console.log(facts, part, first, common);

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

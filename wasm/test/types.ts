// Compiled, never run: how a program in TypeScript uses the package.
import init, { MeedoenError, call, ladder, operations, type Label } from "meedoen";

await init();
await init({ process: true, charts: true, timeline: true });
await init({ people: false, process: new URL("https://example.org/process.wasm"), charts: fetch("charts.wasm") });

const names: string[] = operations();
const placement = ladder.classify({ contract: false, weeklyUnpaidWorkWithResponsibility: null });
const shown: string | undefined = placement.rung ?? placement.nextQuestion?.text.nl;
const answer = call<{ readonly label: Label }>("ladder.classify", { facts: {} }, { verbatim: ["facts"] });

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

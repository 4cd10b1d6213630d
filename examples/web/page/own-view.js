// The person's own view beside the professional's.
import { ladder as model } from "./meedoen/index.js";
import { announce, fill, h } from "./dom.js";
import { capital, say, sentence, text } from "./language.js";
import { choice, labelled, state, why } from "./pieces.js";

const AGREE = { met: "yes", unmet: "no", unknown: "cannotSay" };

/** A place for the two views; it writes into `own`, and `show` puts a placement beside it. */
export function ownView(own) {
  const views = h("div", { id: "views" });
  let placement;

  const update = (field) => (value) => {
    own[field] = value;
    show(placement);
    announce(views.textContent && say(compared().label));
  };
  const rungs = model.rungs().map(({ code, number, label }) => [code, `${number}. ${capital(say(label))}`]);
  const rung = choice("own-rung", [["", text("notAsked")], ...rungs], own.rung, update("rung"));
  const words = h("textarea", { id: "own-words", rows: "3", value: own.words, oninput: ({ target }) => update("words")(target.value) });

  function compared() {
    return model.sideBySide(placement, own.rung || null, { words: own.words || null });
  }

  function show(now) {
    placement = now;
    if (!own.rung && !own.words) return fill(views);
    const both = compared();
    fill(
      views,
      h("p", { class: "lead" }, sentence(both.label)),
      both.words && h("blockquote", {}, both.words),
      h("p", {}, text("agree"), " ", state(both.agree, text(AGREE[both.agree]))),
      h("p", {}, both.reasons.map((reason) => sentence(reason.text))),
      why("views", both.reasons),
    );
  }
  return { element: [h("div", { class: "row" }, labelled(text("ownRung"), rung), labelled(text("ownWords"), words)), views], show };
}

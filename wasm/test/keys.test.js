import { test } from "node:test";
import assert from "node:assert/strict";
import { fromDocument, toDocument } from "../js/keys.js";
import { MeedoenError } from "../js/error.js";

test("names of fields change, values do not", () => {
  const request = { weeklyHours: "paidWork", inList: [{ aB: [{ cD: 1 }] }], snake_case: null, a1b: true, t_1: 0 };
  const document = { weekly_hours: "paidWork", in_list: [{ a_b: [{ c_d: 1 }] }], snake_case: null, a1b: true, t_1: 0 };
  assert.deepEqual(toDocument(request), document);
  assert.deepEqual(toDocument(document), document);
  const { snake_case, ...rest } = request;
  assert.deepEqual(fromDocument(document), { ...rest, snakeCase: null });
});

test("an answer is written as the document it came from", () => {
  const document = { next_question: { text: { nl: "a", en: "b" } }, one_of: [{ first_rung: 1, score_2: 2 }] };
  const answer = fromDocument(document);
  assert.equal(JSON.stringify(answer), JSON.stringify(document));
  assert.equal(JSON.stringify(answer.oneOf), JSON.stringify(document.one_of));
  assert.deepEqual(Object.keys(answer), ["nextQuestion", "oneOf"]);
  assert.deepEqual(toDocument(answer), document);
});

test("a verbatim field keeps its names, both ways", () => {
  const answers = { itemOne: 1, item_two: { deepDown: [{ innerMost: 2 }] } };
  assert.deepEqual(toDocument({ theAnswers: answers, otherOne: {} }, ["theAnswers"]), { the_answers: answers, other_one: {} });
  assert.deepEqual(toDocument({ theAnswers: answers }, ["the_answers"]), { the_answers: answers });
  const back = fromDocument({ answers, other_one: 1 }, ["answers"]);
  assert.deepEqual(back, { answers, otherOne: 1 });
  assert.equal(JSON.stringify(back), JSON.stringify({ answers, other_one: 1 }));
});

test("typed arrays are lists, dates speak for themselves", () => {
  assert.deepEqual(toDocument({ x: new Float64Array([1, 2.5]) }), { x: [1, 2.5] });
  assert.deepEqual(toDocument({ on: new Date(0) }), { on: "1970-01-01T00:00:00.000Z" });
});

test("a number that is not finite is refused with its place", () => {
  for (const [number, text] of [[NaN, "NaN"], [Infinity, "inf"], [-Infinity, "-inf"]]) {
    assert.throws(() => toDocument({ inList: [{ aB: 1 }, { aB: number }] }), (error) => {
      assert.ok(error instanceof MeedoenError);
      assert.equal(error.code, "not-finite");
      assert.equal(error.message, `field \`in_list[2].a_b\`: \`${text}\` is not a finite number: expected a number, or \`null\` for unknown`);
      assert.equal(error.messages.nl, `veld \`in_list[2].a_b\`: \`${text}\` is geen eindig getal: verwacht werd een getal, of \`null\` voor onbekend`);
      assert.equal(error.problems[0].field, "in_list[2].a_b");
      return true;
    });
  }
  assert.throws(() => toDocument({ x: new Float64Array([NaN]) }), MeedoenError);
});

test("one field under two names is refused", () => {
  assert.throws(() => toDocument({ aB: 1, a_b: 2 }), /the field a_b is given twice/);
});

/** Why a document or an argument was refused: every problem found, each with its place. */
export class MeedoenError extends Error {
  constructor({ code, message, problems }) {
    super(message.en);
    this.code = code;
    this.messages = message;
    this.problems = problems;
  }
}
// On the prototype, as with the errors of the language itself.
Object.defineProperty(MeedoenError.prototype, "name", { value: "MeedoenError", configurable: true, writable: true });

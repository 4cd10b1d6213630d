import type {
  ActivityAnswer, ActivityFacts, Audience, CallUpFacts, CareAnswer, CircumstanceFacts, Conflict,
  ContestedClassification, DecisionAnswer, Displacement, DisplacementFacts, District, Duty,
  DutyAnswer, DutyQuestion, EventForm, Explanation, Figure, ImposingFacts, InformalCareFacts, LanguageAnswer,
  LanguageFacts, Matches, Offer, Ordinance, OrdinanceInput, Person, PersonFacts, Preconditions, Question, Reduction,
  RegimeOnDate, Roadmap, RouteEntry, RouteReview, Seeker, Seen, SelfSteering, Term,
} from "./documents.js";

/** Whether the municipality applies, in 2026, the regime of 2027 already. */
export interface RegimeOptions {
  readonly earlyAdoption?: boolean | null;
}

/** The date on which the law is applied, as year-month-day. */
export interface DateOptions extends RegimeOptions {
  readonly date: string;
}

/** The regimes, in order of time. */
export function regimes(): readonly Term[];

/** The three duties of article 9, by their letters. */
export function duties(): readonly Term[];

/** What can be said of a duty; none of them is a decision. */
export function statuses(): readonly Term[];

/** The benefits that are told apart. */
export function benefits(): readonly Term[];

/** The regime on a date, and what is not known of it. */
export function regime(date: string, options?: RegimeOptions): RegimeOnDate;

/** The questions that bear on a duty on a date, in order. */
export function questions(date: string, options?: RegimeOptions & { readonly duty?: Duty | null }): readonly Question[];

/** What the law says of a duty of one person: an outcome or what is still possible, with reasons. It decides nothing. */
export function duty(facts: PersonFacts | null | undefined, options: Omit<DutyQuestion, "facts">): DutyAnswer;

/** The answer in sentences, each with its article or fact, and what would change it. */
export function explain(question: DutyQuestion, options?: { readonly audience?: Audience | null }): Explanation;

/** Whether an activity meets the criteria of the law on a date, and each of the six of the guide. */
export function activity(facts: ActivityFacts | null | undefined, options: DateOptions): ActivityAnswer;

/** Whether work displaces other work by each of seven definitions; the library holds none of them. */
export function displacement(facts?: DisplacementFacts | null): Displacement;

/** Whether informal care counts as tegenprestatie by each of four positions. */
export function informalCare(facts?: InformalCareFacts | null): CareAnswer;

/** Which conditions for imposing are recorded as met; whether to impose is for people. */
export function preconditions(facts: ImposingFacts | null | undefined, options: DateOptions): Preconditions;

/** What an ordinance says of lowering the benefit, with what would stop it: never that it follows. */
export function reduction(
  person: Person,
  options?: { readonly circumstances?: CircumstanceFacts | null },
): Reduction;

/** What the language requirement of article 18b says of someone's Dutch; it lowers nothing. */
export function languageRequirement(facts: LanguageFacts | null | undefined, options: { readonly date: string }): LanguageAnswer;

/** Whether someone would have been called up in the practice of Rotterdam in 2013 and 2014; no rule of law. */
export function callUp(facts?: CallUpFacts | null): DecisionAnswer;

/** The forms an activity can have. */
export function forms(): readonly Term[];

/** The two district processes, side by side. */
export function roadmaps(): readonly Roadmap[];

/** What can be recorded of a route, with the fields of each kind of event: what a form needs. */
export function routeEvents(): EventForm;

/** Which steps of a route are recorded on a date, and when to be in touch again. It moves nobody on. */
export function route(
  district: District,
  events: readonly RouteEntry[],
  options: { readonly asOf: string },
): RouteReview;

/** What speaks for and against each place; none is chosen, and no place is an outcome as well. */
export function matchPlaces(person: Seeker, places: readonly Offer[]): Matches;

/** Every figure of the source, with its date, place and qualifier. */
export function figures(): readonly Figure[];

/** The figures that do not fit together, side by side. */
export function conflicts(): readonly Conflict[];

/** The conditions of self-steering, the steps of the conversation, and what is said of it. */
export function selfSteering(): SelfSteering;

/** What is seen of the tegenprestatie from each of five perspectives. */
export function perspectives(): readonly Seen[];

/** The client types the source names, flagged as contested. */
export function clientTypes(): ContestedClassification;

/** The names of the ordinances that come with the library as examples, never as law. */
export function ordinances(): readonly string[];

/** An ordinance that comes with the library as an example. */
export function ordinance(id: string): Ordinance;

/** The ordinance as it is understood; one that contradicts itself is refused with every problem and its place. */
export function checkOrdinance(document: OrdinanceInput): Ordinance;

//! The kinds of event of a co-creation log, as one table: reading, writing, forms and schema follow from it.

use super::Phase;
use super::influence::{ArnsteinRung, GovernmentRole, GovernmentStep, InfluenceLevel, Manner};
use super::reference::{
    Actor, Attendance, IdeaName, InitiativeName, NewIdea, NewInitiative, NewPromise, Newcomer,
    OpenInitiative, OpenPromise, PartyName,
};
use super::words::{AdviceForce, CoSteering, Ending, EvaluationSubject, ListeningMethod, SupportLevel, Task};
use chrono::NaiveDate;

crate::event_kinds! {
    /// Something that happened in a co-creation process, as it was recorded.
    ///
    /// The type of a field says what must hold: an [`Actor`] must take part on the day, a [`PartyName`] need not. What
    /// is optional and absent is unknown.
    pub enum Event {
        /// Someone names a theme to begin with; the real subject is still to be examined.
        ThemeNamed = "theme-named": "thema genoemd", "theme named", ["COC-31"] {
            by: PartyName = "wie het noemt", "who names it",
            text: Option<String> = "het thema", "the theme",
        }
        /// A party joins.
        PartyJoined = "party-joined": "partij doet mee", "party joined", ["COC-30", "COC-34"] {
            party: Newcomer = "welke partij", "which party",
        }
        /// A party leaves.
        PartyLeft = "party-left": "partij stopt", "party left", ["COC-82"] {
            party: Actor = "welke partij", "which party",
            reason: Option<String> = "waarom, in eigen woorden", "why, in their own words",
        }
        /// Someone, such as the council, gives the assignment.
        MandateGiven = "mandate-given": "opdracht gegeven", "mandate given", ["COC-24", "COC-75"] {
            by: PartyName = "wie de opdracht geeft", "who gives the assignment",
            text: String = "de opdracht", "the assignment",
        }
        /// The frames are set: what is fixed in advance.
        FramesSet = "frames-set": "kaders gesteld", "frames set", ["COC-24", "COC-108"] {
            text: String = "wat vaststaat", "what is fixed",
        }
        /// The frames are changed. Unless it is said otherwise, this is after the start when a phase was entered.
        FramesChanged = "frames-changed": "kaders veranderd", "frames changed", ["COC-24", "COC-88", "COC-108"] {
            text: String = "wat er verandert", "what changes",
            before_start: Option<bool> = "is dit vóór de start van de co-creatie?", "is this before the co-creation starts?",
        }
        /// People are told how they will work together.
        WayOfWorkingTold = "way-of-working-told": "werkwijze verteld", "way of working told", ["COC-24"] {
            to: Vec<PartyName> = "aan wie", "to whom",
            text: Option<String> = "hoe er samen wordt gewerkt", "how people will work together",
        }
        /// A facilitator is named.
        FacilitatorNamed = "facilitator-named": "begeleider aangewezen", "facilitator named", ["COC-26"] {
            name: Option<String> = "wie", "who",
            trained: Option<bool> = "geschoold in activerende werkvormen?", "trained in activating working forms?",
        }
        /// People are listened to; they need not take part yet.
        Listening = "listening": "geluisterd", "listening", ["COC-30", "COC-32", "COC-62"] {
            method: ListeningMethod = "op welke manier", "in which way",
            parties: Vec<PartyName> = "naar wie", "to whom",
            count: Option<u32> = "hoeveel gesprekken of verhalen", "how many conversations or stories",
        }
        /// What was made of the stories goes back to those who told them.
        AnalysisFedBack = "analysis-fed-back": "analyse teruggekoppeld", "analysis fed back", ["COC-63", "COC-107"] {
            to: Vec<PartyName> = "aan wie", "to whom",
        }
        /// It is established whether there is a need to start a co-creation process.
        NeedEstablished = "need-established": "behoefte vastgesteld", "need established", ["COC-33"] {
            needed: bool = "is er behoefte aan co-creatie?", "is there a need for co-creation?",
            text: Option<String> = "toelichting", "explanation",
        }
        /// Parties agree on the real subject.
        TopicAgreed = "topic-agreed": "eens over het onderwerp", "topic agreed", ["COC-30", "COC-36"] {
            parties: Vec<Actor> = "wie het eens zijn", "who agree",
            topic: String = "het onderwerp", "the subject",
        }
        /// People meet.
        Session = "session": "bijeenkomst", "session", ["COC-64", "COC-77"] {
            attendance: Vec<Attendance> = "wie er waren", "who were there",
            initiative: Option<InitiativeName> = "voor welk initiatief", "for which initiative",
        }
        /// A party says whether it is heard and can speak freely.
        VoiceRecorded = "voice-recorded": "zegt of het gehoord wordt", "says whether it is heard", ["COC-21", "COC-22", "COC-94"] {
            by: PartyName = "wie dit zegt", "who says so",
            heard: bool = "voelt deze partij zich gehoord?", "does this party feel heard?",
            text: Option<String> = "in eigen woorden", "in their own words",
        }
        /// Someone has an idea.
        Idea = "idea": "idee", "idea", ["COC-23", "COC-80", "COC-81"] {
            id: Option<NewIdea> = "naam waarmee het verder genoemd wordt", "name by which it is mentioned later",
            text: String = "het idee", "the idea",
            by: Option<Actor> = "van wie", "by whom",
            task: Option<Task> = "wat voor taak het is", "what kind of task it is",
            owner: Option<PartyName> = "van wie de taak is", "whose task it is",
        }
        /// An idea is weighed together: taken up or not, and why.
        IdeaWeighed = "idea-weighed": "idee gewogen", "idea weighed", ["COC-23", "COC-110"] {
            idea: IdeaName = "welk idee", "which idea",
            adopted: bool = "wordt het opgepakt?", "is it taken up?",
            by: Vec<Actor> = "wie dit besloten", "who decided so",
            reason: Option<String> = "waarom", "why",
        }
        /// How much influence a party has at this moment, on one ladder or on both; no rung is better than another.
        InfluenceRecorded = "influence-recorded": "invloed vastgelegd", "influence recorded", ["PUB-50", "PUB-51", "PUB-53"] {
            party: PartyName = "van wie", "whose",
            arnstein: Option<ArnsteinRung> = "trede op de ladder van Arnstein", "rung on Arnstein's ladder",
            dutch: Option<InfluenceLevel> = "trede op de Nederlandse ladder", "rung on the Dutch ladder",
            known_beforehand: Option<bool> = "wist deze partij dit vooraf?", "did this party know this beforehand?",
            text: Option<String> = "toelichting", "explanation",
        }
        /// The government says which role it takes, or is seen to act in one.
        GovernmentActed = "government-acted": "overheid handelt", "government acted", ["COC-116", "COC-121", "PUB-54"] {
            by: PartyName = "wie", "who",
            manner: Manner = "gezegd of gedaan", "said or done",
            role: Option<GovernmentRole> = "in welke rol", "in which role",
            step: Option<GovernmentStep> = "trede van overheidsparticipatie", "step of government participation",
            text: String = "wat er gezegd of gedaan is", "what was said or done",
        }
        /// The people who work on it for a party change.
        StaffChanged = "staff-changed": "andere mensen", "staff changed", ["COC-45", "COC-93"] {
            party: PartyName = "bij welke partij", "at which party",
            text: Option<String> = "toelichting", "explanation",
        }
        /// Parties tell each other what they expect.
        ExpectationsDiscussed = "expectations-discussed": "verwachtingen besproken", "expectations discussed", ["COC-83", "COC-98"] {
            parties: Vec<Actor> = "wie erbij waren", "who were there",
            text: Option<String> = "wat zij van elkaar verwachten", "what they expect of each other",
        }
        /// Parties agree on the design of the service.
        DesignAgreed = "design-agreed": "eens over het ontwerp", "design agreed", ["COC-35", "COC-42"] {
            parties: Vec<Actor> = "wie het eens zijn", "who agree",
            text: Option<String> = "het ontwerp", "the design",
            steering: Option<CoSteering> = "hoe de brongroep kan meesturen", "how the source group can co-steer",
        }
        /// What was said is analysed; coding stories with a code book is one way.
        StoriesAnalysed = "stories-analysed": "verhalen geanalyseerd", "stories analysed", ["COC-63", "COC-100", "COC-107"] {
            by: Vec<PartyName> = "door wie", "by whom",
            text: Option<String> = "wat eruit kwam", "what came out",
        }
        /// Priorities are set: not everything can be taken along.
        PrioritiesSet = "priorities-set": "prioriteiten gesteld", "priorities set", ["COC-97", "COC-110"] {
            parties: Vec<Actor> = "wie dit kozen", "who chose",
            text: String = "de prioriteiten", "the priorities",
        }
        /// Parties name the values they share.
        ValuesShared = "values-shared": "waarden gedeeld", "values shared", ["COC-72", "COC-111"] {
            parties: Vec<Actor> = "wie ze delen", "who share them",
            text: String = "de waarden", "the values",
        }
        /// It is asked along the way whether it goes the right way.
        DirectionAsked = "direction-asked": "koers nagevraagd", "direction asked", ["COC-111"] {
            parties: Vec<Actor> = "aan wie", "whom",
            right_way: Option<bool> = "gaat het de goede kant op?", "does it go the right way?",
        }
        /// A policy note lays down what was said.
        PolicyNoteWritten = "policy-note-written": "beleidsnota geschreven", "policy note written", ["COC-95", "COC-99", "COC-101"] {
            text: String = "welke nota", "which note",
            plain: Option<bool> = "in heldere, concrete taal?", "in plain, concrete words?",
            co_owners: Option<Vec<PartyName>> = "wie mede-eigenaar zijn", "who co-own it",
        }
        /// A citizens' assembly gives its advice.
        AssemblyAdvised = "assembly-advised": "burgerberaad adviseert", "citizens' assembly advises", ["COC-102", "PUB-56"] {
            by: PartyName = "wie adviseert", "who advises",
            text: String = "het advies", "the advice",
            by_lot: Option<bool> = "door loting samengesteld?", "drawn by lot?",
            force: Option<AdviceForce> = "bindend of adviserend", "binding or advisory",
        }
        /// Politics decides on the plan.
        PolicyDecided = "policy-decided": "politiek besluit", "political decision", ["COC-95", "COC-108"] {
            by: PartyName = "wie besluit", "who decides",
            text: String = "het besluit", "the decision",
            fits_frames: Option<bool> = "past het plan binnen de kaders?", "does the plan fit the frames?",
            follows_plan: Option<bool> = "volgt het besluit het plan?", "does the decision follow the plan?",
            follows_advice: Option<bool> = "volgt het besluit het advies van het burgerberaad?", "does the decision follow the advice of the citizens' assembly?",
            reason: Option<String> = "waarom, als het afwijkt", "why, when it differs",
        }
        /// Parties share a common goal.
        GoalShared = "goal-shared": "gezamenlijk doel", "shared goal", ["COC-43", "COC-111"] {
            parties: Vec<Actor> = "wie het delen", "who share it",
            text: String = "het doel", "the goal",
        }
        /// Parties judge whether there is enough time for co-production.
        TimeJudged = "time-judged": "tijd beoordeeld", "time judged", ["COC-44"] {
            enough: bool = "is er genoeg tijd?", "is there enough time?",
            by: Vec<Actor> = "wie dit vinden", "who think so",
        }
        /// A party promises something.
        PromiseMade = "promise-made": "belofte gedaan", "promise made", ["COC-90", "COC-91"] {
            id: NewPromise = "naam waarmee de belofte verder genoemd wordt", "name by which it is mentioned later",
            by: Actor = "wie belooft", "who promises",
            to: PartyName = "aan wie", "to whom",
            text: String = "wat wordt beloofd", "what is promised",
            capacity: Option<bool> = "kan de partij dit waarmaken?", "can the party deliver it?",
            due: Option<NaiveDate> = "uiterlijk wanneer", "when at the latest",
        }
        /// A promise was kept.
        PromiseKept = "promise-kept": "belofte nagekomen", "promise kept", ["COC-91"] {
            id: OpenPromise = "welke belofte", "which promise",
        }
        /// A promise was withdrawn.
        PromiseWithdrawn = "promise-withdrawn": "belofte ingetrokken", "promise withdrawn", ["COC-90"] {
            id: OpenPromise = "welke belofte", "which promise",
            reason: Option<String> = "waarom", "why",
        }
        /// An initiative starts.
        InitiativeStarted = "initiative-started": "initiatief gestart", "initiative started", ["COC-66", "COC-79", "COC-87"] {
            id: NewInitiative = "naam waarmee het verder genoemd wordt", "name by which it is mentioned later",
            text: String = "het initiatief", "the initiative",
            carried_by: Option<Actor> = "wie het draagt", "who carries it",
            owner: Option<PartyName> = "van wie de taak is", "whose task it is",
            idea: Option<IdeaName> = "uit welk idee", "from which idea",
            task: Option<Task> = "wat voor taak het is", "what kind of task it is",
            as_co_creation: Option<bool> = "wordt het als co-creatie gedaan?", "is it done as co-creation?",
        }
        /// Another party carries an initiative from here on.
        InitiativeCarriedBy = "initiative-carried-by": "initiatief overgedragen", "initiative carried by another", ["COC-82", "COC-84"] {
            id: OpenInitiative = "welk initiatief", "which initiative",
            party: Actor = "wie het nu draagt", "who carries it now",
        }
        /// An initiative comes to a standstill.
        InitiativeStalled = "initiative-stalled": "initiatief valt stil", "initiative stalled", ["COC-86", "BUU-39"] {
            id: OpenInitiative = "welk initiatief", "which initiative",
            reason: Option<String> = "waarom", "why",
        }
        /// An initiative that stood still goes on.
        InitiativeResumed = "initiative-resumed": "initiatief gaat verder", "initiative resumed", ["COC-85"] {
            id: OpenInitiative = "welk initiatief", "which initiative",
        }
        /// An initiative was carried out.
        InitiativeCompleted = "initiative-completed": "initiatief uitgevoerd", "initiative completed", ["COC-87"] {
            id: OpenInitiative = "welk initiatief", "which initiative",
        }
        /// An initiative is stopped or let go.
        InitiativeStopped = "initiative-stopped": "initiatief gestopt", "initiative stopped", ["COC-86"] {
            id: OpenInitiative = "welk initiatief", "which initiative",
            reason: Option<String> = "waarom", "why",
        }
        /// Parties evaluate. With the source group among them it is a co-evaluation.
        Evaluation = "evaluation": "evaluatie", "evaluation", ["COC-46", "COC-47", "COC-48"] {
            parties: Vec<Actor> = "wie erbij waren", "who were there",
            about: Option<Vec<EvaluationSubject>> = "waarover", "about what",
            phase: Option<Phase> = "over welke fase (leeg: de fase van dat moment)", "about which phase (empty: the phase of that moment)",
        }
        /// A phase is entered, forward or back; people judge whether that helps.
        PhaseEntered = "phase-entered": "fase ingegaan", "phase entered", ["COC-27", "COC-29"] {
            phase: Phase = "welke fase", "which phase",
            judgement: Option<String> = "waarom deze stap helpt", "why this step helps",
            judged_by: Option<Vec<Actor>> = "wie dit oordeel gaven", "who judged so",
        }
        /// A step of the road that these parties laid out, by its name there, which has no kind of its own here.
        StepTaken = "step-taken": "stap gezet", "step taken", ["COC-29", "BUU-72", "BUU-73", "BUU-74"] {
            step: String = "welke stap, zoals de routekaart die noemt", "which step, as the roadmap calls it",
            parties: Option<Vec<Actor>> = "wie erbij waren", "who were there",
            text: Option<String> = "toelichting", "explanation",
        }
        /// The process stands still for a while.
        Suspended = "suspended": "stilgelegd", "suspended", ["COC-93"] {
            reason: String = "waarom", "why",
        }
        /// The process goes on.
        Resumed = "resumed": "hervat", "resumed", ["COC-93"] {
        }
        /// The process ends; entering a phase takes it up again.
        Ended = "ended": "afgesloten", "ended", ["COC-33", "COC-49", "COC-50"] {
            outcome: Ending = "hoe het afliep", "how it ended",
            judgement: Option<String> = "waarom", "why",
        }
        /// Parties judge whether working in co-creation was successful.
        SuccessJudged = "success-judged": "succes beoordeeld", "success judged", ["COC-49", "COC-50"] {
            successful: bool = "was het werken in co-creatie succesvol?", "was working in co-creation successful?",
            better_fit: Option<bool> = "past de dienst nu beter bij de brongroep?", "does the service fit the source group better now?",
            by: Vec<Actor> = "wie dit vinden", "who think so",
        }
        /// Support is there and continues, or not.
        SupportRecorded = "support-recorded": "steun vastgelegd", "support recorded", ["COC-07", "COC-51"] {
            level: SupportLevel = "van welk niveau", "at which level",
            continued: bool = "is de steun er, en blijft die?", "is the support there, and does it continue?",
        }
    }
}

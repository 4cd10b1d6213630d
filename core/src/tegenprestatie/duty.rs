//! The three duties of article 9, and what can be said of one of them for one person.

crate::vocabulary! {
    /// A duty of article 9, paragraph 1, by its letter.
    ///
    /// An exemption is always from one or more of these, as the article says, and never from “the duties” at large.
    ///
    /// # Source
    /// TEG-06, TEG-25…30; the articles are with each rule.
    pub enum Duty: "duty", "plicht", ["TEG-06", "TEG-25"] {
        /// To get, accept and (since 2015) keep generally accepted work.
        Work = "a": "arbeidsplicht (onderdeel a)", "duty to work (part a)", ["TEG-30"],
        /// To use support that is offered and to cooperate in inquiry and plan.
        Support = "b": "re-integratieplicht (onderdeel b)", "duty to use support (part b)", ["TEG-30"],
        /// To do unpaid socially useful activities that the municipality assigns.
        Tegenprestatie = "c": "tegenprestatie (onderdeel c)", "tegenprestatie (part c)", ["TEG-26", "TEG-27", "TEG-28", "TEG-29"],
    }
}

crate::vocabulary! {
    /// What the law says of a duty for one person, as far as it is known. None of these is a decision: what the
    /// college decides in the individual case is not in the law.
    ///
    /// # Source
    /// GEN-11, TEG-25, TEG-36…38, TEG-49; the articles are with each rule.
    pub enum DutyStatus: "status of a duty", "stand van een plicht", ["GEN-11", "TEG-49"] {
        /// The person is not one of those the article is about.
        OutsideScope = "outside-scope": "valt niet onder deze plicht", "does not fall under this duty", ["TEG-25"],
        /// The law itself takes the duty away.
        NotApplicable = "not-applicable": "de plicht is volgens de wet niet van toepassing", "the duty does not apply by law", [],
        /// The college grants exemption when it is asked for and the conditions are met.
        ExemptionOnRequest = "exemption-on-request": "ontheffing op verzoek: het college verleent die als aan de voorwaarden is voldaan", "exemption on request: the college grants it when the conditions are met", ["TEG-36"],
        /// The college may grant exemption in the individual case.
        ExemptionPossible = "exemption-possible": "ontheffing is mogelijk: het college beslist in het individuele geval", "exemption is possible: the college decides in the individual case", ["TEG-38", "TEG-49"],
        /// The duty holds only after the college has looked into something.
        FirstToBeChecked = "first-to-be-checked": "geldt pas nadat het college iets heeft onderzocht", "holds only after the college has looked into something", ["TEG-37"],
        /// Nothing in the law stands in the way of the duty; whether it is imposed is another question.
        Holds = "holds": "niets in de wet staat deze plicht in de weg", "nothing in the law stands in the way of this duty", ["TEG-25", "TEG-26"],
        /// The text of the law for this case was not read.
        NotKnown = "not-known": "niet te zeggen: de wettekst voor dit geval is hier niet bekend", "cannot be said: the text of the law for this case is not known here", ["PUB-70"],
    }
}

crate::vocabulary! {
    /// The benefit someone receives or has asked for.
    ///
    /// # Source
    /// TEG-25, TEG-108
    pub enum Benefit: "benefit", "uitkering", ["TEG-25", "TEG-108"] {
        /// Social assistance under the WWB or the Participation Act.
        SocialAssistance = "social-assistance": "bijstand", "social assistance", [],
        /// Asked for, not yet granted: the duties begin on the day of notification.
        Applied = "applied": "bijstand aangevraagd", "social assistance applied for", [],
        /// Income provision for older and partly disabled unemployed workers.
        Ioaw = "ioaw": "IOAW-uitkering", "IOAW benefit", ["TEG-108"],
        /// Income provision for older and partly disabled former self-employed people.
        Ioaz = "ioaz": "IOAZ-uitkering", "IOAZ benefit", ["TEG-108"],
        /// Another benefit, or none.
        Other = "other": "een andere uitkering, of geen", "another benefit, or none", ["TEG-194"],
    }
}

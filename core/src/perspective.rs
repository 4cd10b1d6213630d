//! From whose point of view an answer is given.

crate::vocabulary! {
    /// Whose perspective an assessment, a placement or an entry in a log represents.
    ///
    /// Lived experience and the view of the system stand next to each other; they are never averaged.
    ///
    /// # Source
    /// GEN-12, TEG-173
    pub enum Perspective: "perspective", "perspectief", ["GEN-12", "TEG-173"] {
        /// The person concerned.
        Client = "client": "de persoon zelf", "the person concerned", [],
        /// A professional who works with the person or the group.
        Professional = "professional": "de professional", "the professional", [],
        /// A policy maker.
        Policy = "policy": "het beleid", "policy", [],
        /// An organisation that takes part or receives people.
        Organisation = "organisation": "de organisatie", "the organisation", [],
        /// Education or research.
        Education = "education": "het onderwijs", "education", [],
    }
}

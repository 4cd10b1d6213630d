//! Where informal care stands on the ladder: a choice the sources leave open.

crate::vocabulary! {
    /// How a municipality places informal care (mantelzorg).
    ///
    /// No publication gives a rule, and leaving informal care out is one of the criticisms of the ladder, so the
    /// choice is explicit. As long as none is made, every placement is shown side by side.
    ///
    /// # Source
    /// LAD-30, PUB-17
    pub enum InformalCare: "placement of informal care", "plaatsing van mantelzorg", ["LAD-30", "PUB-17"] {
        /// It does not count for the rung.
        NotCounted = "not-counted": "telt niet mee voor de trede", "does not count for the rung", [],
        /// As a social contact: rung 2.
        SocialContact = "social-contact": "als sociaal contact (trede 2)", "as a social contact (rung 2)", [],
        /// As an organised activity: rung 3.
        OrganisedActivity = "organised-activity": "als georganiseerde activiteit (trede 3)", "as an organised activity (rung 3)", [],
        /// As unpaid work: rung 4.
        UnpaidWork = "unpaid-work": "als onbetaald werk (trede 4)", "as unpaid work (rung 4)", [],
    }
}

//! What must hold for every input, tried on many.
#![forbid(unsafe_code)]

mod properties {
    mod agreement;
    mod columns;
    mod counts;
    mod decide;
    mod decisions;
    mod disclosure;
    mod door;
    mod instruments;
    mod json;
    mod ladder;
    mod measure;
    mod reliability;
    mod round_trip;
    mod soundness;

    use proptest::test_runner::Config;

    /// So many tries, unless `PROPTEST_CASES` says otherwise. Failures show their smallest case; nothing is
    /// written beside the tests.
    pub(crate) fn tries(cases: u32) -> Config {
        let default = Config::default();
        let cases = if std::env::var_os("PROPTEST_CASES").is_some() { default.cases } else { cases };
        Config { cases, failure_persistence: None, ..default }
    }
}

//! cocreation

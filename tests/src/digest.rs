//! A short mark of a long text: the 64-bit FNV-1a hash.

/// The hash of the bytes of a text, as sixteen hexadecimal digits.
pub fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

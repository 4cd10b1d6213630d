/** Jaap, as the sources describe him (IBM-33 to IBM-36); nothing is said of the other two determinants. */
export const JAAP = {
  perspective: "professional",
  findings: {
    attitude: { standing: "strongly-hindering" },
    "self-efficacy": { standing: "strongly-hindering" },
    "social-pressure": { standing: "hindering" },
    skills: { standing: "hindering" },
    context: { standing: "hindering" },
  },
};

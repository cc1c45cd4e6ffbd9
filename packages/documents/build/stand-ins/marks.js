/** The one Unicode property fontkit asks for without shaping. */
export const isMark = (codePoint) => /^\p{M}$/u.test(String.fromCodePoint(codePoint));

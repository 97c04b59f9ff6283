package app.hark.search;

/**
 * A word of a text.
 *
 * @param term its folded form: the same for all spellings that count as the same word
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends
 * @param whole whether it is a word between spaces, not one of the characters of a script that puts none
 * @param joined whether no space is between it and the word before it, of which there is one
 */
record Token(String term, int start, int end, boolean whole, boolean joined) {
}

/** Where the reader's choices of language and theme are remembered. */
export const LOCALE_COOKIE = "locale";
export const THEME_COOKIE = "theme";

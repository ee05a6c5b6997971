import type { Run } from "../types";

export type Face = { bold: boolean; italic: boolean };

/** A piece of a line in one face; `spaced` when a space follows it. */
export type Piece = Face & { text: string; width: number; spaced: boolean };

/** A line of text: `ends` when the paragraph or a forced line ends here, so that it is not justified. */
export type Line = { pieces: readonly Piece[]; width: number; ends: boolean };

export type Measure = (text: string, face: Face) => number;

type Word = { pieces: Piece[]; width: number; breaks: boolean };

/**
 * Breaks text into lines no wider than `width`, the first by `indent` less. Words keep together unless one is wider
 * than a line; such a word is cut between characters. Always gives at least one line.
 */
export function linesOf(runs: readonly Run[], width: number, measure: Measure, indent = 0): Line[] {
  const words = wordsOf(runs, measure).flatMap((word) => fitting(word, width - indent, measure));
  const lines: Line[] = [];
  let line: Word[] = [];
  let filled = 0;
  const close = (ends: boolean) => {
    lines.push({ pieces: line.flatMap(({ pieces }) => pieces), width: filled, ends });
    line = [];
    filled = 0;
  };
  for (const word of words) {
    const gap = gapAfter(line, measure);
    const room = lines.length === 0 ? width - indent : width;
    if (line.length > 0 && filled + gap + word.width > room) close(false);
    filled += (line.length > 0 ? gap : 0) + word.width;
    line.push(word);
    if (word.breaks) close(true);
  }
  if (line.length > 0 || lines.length === 0) close(true);
  return lines.map((each, at) => (at === lines.length - 1 ? { ...each, ends: true } : each));
}

/** The space before the next word of the line. */
function gapAfter(line: readonly Word[], measure: Measure): number {
  const last = line.at(-1)?.pieces.at(-1);
  return last?.spaced ? measure(" ", last) : 0;
}

const blank = (): Word => ({ pieces: [], width: 0, breaks: false });

/** Words with the pieces they are made of: a change of face within a word does not break it. */
function wordsOf(runs: readonly Run[], measure: Measure): Word[] {
  const words: Word[] = [];
  let open = blank();
  const finish = () => {
    words.push(open);
    open = blank();
  };
  const take = (text: string, face: Face) => {
    const last = open.pieces.at(-1);
    if (text === "\n") {
      open.breaks = true;
      finish();
    } else if (text.startsWith(" ")) {
      if (!last) return;
      last.spaced = true;
      finish();
    } else {
      const width = measure(text, face);
      open.pieces.push({ ...face, text, width, spaced: false });
      open.width += width;
    }
  };
  for (const { text, bold = false, italic = false } of runs) {
    for (const token of text.match(/\n| +|[^ \n]+/g) ?? []) take(token, { bold, italic });
  }
  finish();
  return words.filter(({ pieces, breaks }) => pieces.length > 0 || breaks);
}

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** A word that is wider than a line, cut into parts that are not. */
function fitting(word: Word, width: number, measure: Measure): Word[] {
  if (word.width <= width) return [word];
  const parts = word.pieces.flatMap((piece) => cut(piece, width, measure));
  return parts.map((piece, at) => ({
    pieces: [piece],
    width: piece.width,
    breaks: word.breaks && at === parts.length - 1,
  }));
}

function cut(piece: Piece, width: number, measure: Measure): Piece[] {
  const parts: Piece[] = [];
  for (const { segment } of graphemes.segment(piece.text)) {
    const last = parts.at(-1);
    const added = measure(segment, piece);
    if (last && last.width + added <= width) {
      last.text += segment;
      last.width += added;
    } else parts.push({ ...piece, text: segment, width: added, spaced: false });
  }
  const last = parts.at(-1);
  if (last) last.spaced = piece.spaced;
  return parts;
}

const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".normalize("NFC");
const marksOfLetters = /[\u0302\u0306\u031b]/;
const tones = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

/** Lower case without Vietnamese diacritics, for search. Example: foldText("Đồng Tháp") is "dong thap". */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/đ/g, "d");
}

/**
 * Order by the Vietnamese alphabet (a ă â b … đ e ê … ô ơ … u ư); tones (ngang huyền hỏi ngã sắc nặng) decide only
 * between equal letters, then capitals. Numbers sort by value: "Quận 2" before "Quận 10".
 */
export function compareVietnamese(a: string, b: string): number {
  const [left, right] = [sortKeys(a), sortKeys(b)];
  return (
    compareText(left.letters, right.letters) || compareText(left.tones, right.tones) || compareText(a, b)
  );
}

function sortKeys(text: string): { letters: string; tones: string } {
  const padded = text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, "0"));
  const clusters = padded.normalize("NFD").match(/\P{Mn}\p{Mn}*/gu) ?? [];
  return { letters: clusters.map(letterKey).join(""), tones: clusters.map(toneKey).join("") };
}

// Letters get code points above every digit and space, in alphabet order.
function letterKey(cluster: string): string {
  const [base = "", ...marks] = cluster;
  const letter = [base, ...marks.filter((mark) => marksOfLetters.test(mark))].join("").normalize("NFC");
  const place = alphabet.indexOf(letter);
  return place === -1 ? letter : String.fromCharCode(0x1000 + place);
}

function toneKey(cluster: string): string {
  return String(tones.findIndex((tone) => cluster.includes(tone)) + 1);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

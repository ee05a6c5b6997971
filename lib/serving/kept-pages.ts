import type { PageMould } from "./page-mould";

/** Pages of one version of the data; the first page of another version forgets them all. */
export type KeptPages = {
  find: (key: string, version: string) => PageMould | null;
  keep: (key: string, version: string, page: PageMould) => void;
};

/** Keeps pages up to so many bytes, those asked for longest ago going first. */
export function keptPages(limit: number): KeptPages {
  const pages = new Map<string, PageMould>();
  let known = "";
  let size = 0;
  const forget = (key: string) => {
    size -= pages.get(key)?.size ?? 0;
    pages.delete(key);
  };
  return {
    find: (key, version) => {
      const page = version === known ? pages.get(key) : undefined;
      if (page === undefined) return null;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep: (key, version, page) => {
      if (version !== known) {
        pages.clear();
        size = 0;
        known = version;
      }
      forget(key);
      pages.set(key, page);
      size += page.size;
      for (const oldest of pages.keys()) {
        if (size <= limit) break;
        forget(oldest);
      }
    },
  };
}

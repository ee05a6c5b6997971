// Next replaces "server-only" at build time; under vitest it is an empty module.
export {};

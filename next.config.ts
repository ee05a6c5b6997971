import type { NextConfig } from "next";

/** Security headers that are the same for every answer. */
export const FIXED_HEADERS = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  // Not "no-referrer": under it browsers send "Origin: null" with form posts, and our origin check refuses them.
  { key: "referrer-policy", value: "same-origin" },
  {
    key: "permissions-policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
];

/** For answers that are never a document: nothing may load, run, frame or be sent from them. */
const sealed = {
  key: "content-security-policy",
  value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
};

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg", "exceljs", "pdfkit", "docx"],
  // In development Next would print what actions are called with: passwords and sealed sheets among it.
  logging: { serverFunctions: false },
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
  headers: async () =>
    ["/api/v1/:path*", "/api/health/:path*"].map((source) => ({
      source,
      headers: [...FIXED_HEADERS, sealed],
    })),
};

export default config;

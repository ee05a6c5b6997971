type Query = Readonly<Record<string, string | number | undefined>>;

function withQuery(path: string, query: Query = {}): string {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [[key, String(value)] as [string, string]],
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

/** Every URL the application links to. */
export const paths = {
  home: () => "/",
  login: (back?: string) => withQuery("/dang-nhap", { tiep: back }),
  password: () => "/mat-khau",
  work: () => "/viec-cua-toi",
  entry: (agency: string, year: number, month: number) => `/nhap/${agency}/${year}/${month}`,
  review: (agency: string, year: number, month: number) => `/duyet/${agency}/${year}/${month}`,
  reviews: (query?: Query) => withQuery("/duyet", query),
  summary: (agency: string, year: number, month: number) => `/tong-hop/${agency}/${year}/${month}`,
  completeness: (query?: Query) => withQuery("/tien-do", query),
  overview: (query?: Query) => withQuery("/tong-quan", query),
  overviewExport: (query: Query) => withQuery("/api/exports/overview", query),
  comparison: (query?: Query) => withQuery("/so-sanh", query),
  comparisonExport: (query: Query) => withQuery("/api/exports/comparison", query),
  indicators: (query?: Query) => withQuery("/chi-so", query),
  indicatorsExport: (query: Query) => withQuery("/api/exports/indicators", query),
  plan: (query?: Query) => withQuery("/con-thieu", query),
  planExport: (query: Query) => withQuery("/api/exports/plan", query),
  ranking: (query?: Query) => withQuery("/xep-hang", query),
  rankingExport: (query: Query) => withQuery("/api/exports/ranking", query),
  results: (query?: Query) => withQuery("/ket-qua", query),
  signals: (query?: Query) => withQuery("/dau-hieu", query),
  proof: (agency: string, year: number, month: number, query?: Query) =>
    withQuery(`/chung-minh/${agency}/${year}/${month}`, query),
  proofSheet: (query: Query) => withQuery("/api/exports/proof", query),
  targets: (query?: Query) => withQuery("/chi-tieu", query),
  targetSet: (year: number, query?: Query) => withQuery(`/chi-tieu/${year}`, query),
  campaigns: (query?: Query) => withQuery("/phong-trao", query),
  campaign: (code: string, query?: Query) => withQuery(`/phong-trao/${code}`, query),
  evidence: (code: string, activity: string, file: string) =>
    `/api/v1/campaigns/${code}/activities/${activity}/evidence/${file}`,
  agencies: (query?: Query) => withQuery("/co-quan", query),
  agency: (code: string) => `/co-quan/${code}`,
  agencyEvent: (kind: string, query?: Query) => withQuery(`/co-quan/su-kien/${kind}`, query),
  periods: (query?: Query) => withQuery("/ky-bao-cao", query),
  users: (query?: Query) => withQuery("/tai-khoan", query),
  user: (id: string) => `/tai-khoan/${id}`,
  ownAccount: () => "/tai-khoan-cua-toi",
  cases: (query?: Query) => withQuery("/so-vu-viec", query),
  case: (id: string) => `/so-vu-viec/${id}`,
  casesExport: (query: Query) => withQuery("/api/exports/cases", query),
  caseImports: () => "/so-vu-viec/nhap-tep",
  caseImportLines: (query: Query) => withQuery("/api/v1/cases/import/lines", query),
  docket: (query?: Query) => withQuery("/so-vu-viec/tong-hop", query),
  reconciliation: (agency: string, year: number, month: number) => `/doi-chieu/${agency}/${year}/${month}`,
  imports: () => "/nhap-tep",
  views: (query?: Query) => withQuery("/cach-xem", query),
  saveView: () => "/api/views",
  digest: (query?: Query) => withQuery("/ban-tin", query),
  councils: () => "/hoi-dong",
  ballots: () => "/bo-phieu",
  prepareBallot: (council: string) => `/bo-phieu/chuan-bi/${council}`,
  ballot: (id: string) => `/bo-phieu/${id}`,
  bulletin: (id: string) => `/api/v1/ballots/${id}/bulletin`,
  voices: (id: string) => `/api/v1/ballots/${id}/voices`,
  audit: (query?: Query) => withQuery("/nhat-ky", query),
  anchors: () => "/api/exports/anchors",
} as const;

import { paths } from "@/lib/paths";

/** One visit of one page: the route as its folders spell it, who visits (null: nobody signed in), and where. */
export type Visit = {
  route: string;
  login: string | null;
  path: string;
  /** For addresses that are only known at run time: the first link on `path` whose target looks like this. */
  follow?: RegExp;
};

const clerk = "vanlam.nhap";
const officer = "vanlam.chv";
const head = "vanlam.duyet";
const provincialHead = "hungyen.duyet";
const leader = "lanhdao";
const staff = "tongcuc";
const administrator = "quantri";
const auditor = "thanhtra";

/** Every page of the application; tests/architecture compares this list with app/. */
export const visits: readonly Visit[] = [
  { route: "/", login: clerk, path: paths.home() },
  { route: "/dang-nhap", login: null, path: paths.login() },
  { route: "/mat-khau", login: clerk, path: paths.password() },
  { route: "/viec-cua-toi", login: clerk, path: paths.work() },
  { route: "/nhap/[agency]/[year]/[month]", login: clerk, path: paths.entry("cc-325", 2022, 12) },
  { route: "/duyet", login: head, path: paths.reviews() },
  { route: "/duyet/[agency]/[year]/[month]", login: head, path: paths.review("cc-325", 2022, 12) },
  {
    route: "/tong-hop/[agency]/[year]/[month]",
    login: provincialHead,
    path: paths.summary("cuc-hung-yen", 2022, 12),
  },
  { route: "/tien-do", login: staff, path: paths.completeness({ year: 2022, month: 12 }) },
  { route: "/tong-quan", login: leader, path: paths.overview({ year: 2022, month: 6 }) },
  {
    route: "/so-sanh",
    login: leader,
    path: paths.comparison({ agencies: "cuc-hung-yen,cuc-thai-binh,tc", year: 2022, month: 12 }),
  },
  { route: "/chi-so", login: leader, path: paths.indicators({ year: 2022, month: 12 }) },
  {
    route: "/con-thieu",
    login: leader,
    path: paths.plan({ agency: "cuc-hung-yen", year: 2022, month: 9, newCases: "120", own: 1 }),
  },
  {
    route: "/xep-hang",
    login: leader,
    path: paths.ranking({ year: 2022, month: 12, other: "completedOnly" }),
  },
  { route: "/ket-qua", login: leader, path: paths.results({ year: 2022, month: 12 }) },
  {
    route: "/chung-minh/[agency]/[year]/[month]",
    login: leader,
    path: paths.proof("cuc-hung-yen", 2022, 12),
  },
  { route: "/dau-hieu", login: staff, path: paths.signals({ year: 2022 }) },
  { route: "/chi-tieu", login: staff, path: paths.targets() },
  { route: "/chi-tieu/[year]", login: staff, path: paths.targetSet(2022) },
  { route: "/phong-trao", login: staff, path: paths.campaigns({ year: 2022 }) },
  { route: "/phong-trao/[code]", login: staff, path: paths.campaign("cao-diem-thads-2022") },
  { route: "/co-quan", login: staff, path: paths.agencies() },
  { route: "/co-quan/[agency]", login: staff, path: paths.agency("cuc-hung-yen") },
  {
    route: "/co-quan/su-kien/[kind]",
    login: administrator,
    path: paths.agencyEvent("chia-tach", {
      ...{
        agency: "cuc-hung-yen",
        decisionNumber: "1/QĐ",
        decisionDate: "2022-08-01",
        effectiveOn: "2022-09-15",
      },
      preview: 1,
    }),
  },
  { route: "/ky-bao-cao", login: staff, path: paths.periods() },
  { route: "/tai-khoan", login: administrator, path: paths.users() },
  {
    route: "/tai-khoan/[user]",
    login: administrator,
    path: paths.users(),
    follow: /^\/tai-khoan\/[^/?#]+$/,
  },
  { route: "/tai-khoan-cua-toi", login: clerk, path: paths.ownAccount() },
  { route: "/ban-tin", login: leader, path: paths.digest({ ngay: "2022-10-04" }) },
  { route: "/cach-xem", login: leader, path: paths.views() },
  { route: "/so-vu-viec", login: officer, path: paths.cases() },
  {
    route: "/so-vu-viec/[case]",
    login: clerk,
    path: paths.cases({ agency: "cc-325" }),
    follow: /^\/so-vu-viec\/\d+$/,
  },
  { route: "/so-vu-viec/nhap-tep", login: clerk, path: paths.caseImports() },
  { route: "/so-vu-viec/tong-hop", login: leader, path: paths.docket({ agency: "cuc-hung-yen" }) },
  {
    route: "/doi-chieu/[agency]/[year]/[month]",
    login: provincialHead,
    path: paths.reconciliation("cc-331", 2021, 12),
  },
  { route: "/nhap-tep", login: clerk, path: paths.imports() },
  { route: "/hoi-dong", login: staff, path: paths.councils() },
  { route: "/bo-phieu", login: staff, path: paths.ballots() },
  { route: "/bo-phieu/[ballot]", login: staff, path: paths.ballots(), follow: /^\/bo-phieu\/[0-9a-f-]{36}$/ },
  {
    route: "/bo-phieu/chuan-bi/[council]",
    login: staff,
    path: paths.councils(),
    follow: /^\/bo-phieu\/chuan-bi\/[0-9a-f-]{36}$/,
  },
  { route: "/nhat-ky", login: auditor, path: paths.audit() },
];

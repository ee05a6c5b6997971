import { agencyAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { type Day, day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import { periodContaining } from "@/lib/core/period";
import type { Campaign, CampaignKind, Line, Phase } from "../types";

/** What a campaign may be begun from when there is no earlier one. */
export const TEMPLATES: readonly { id: string; name: Text }[] = [
  {
    id: "mau:ke-hoach-nam",
    name: { vi: "Mẫu: kế hoạch thi đua năm, hai đợt cao điểm", en: "Template: a year's plan with two peaks" },
  },
  {
    id: "mau:cao-diem",
    name: { vi: "Mẫu: đợt cao điểm đến 30/6", en: "Template: a peak period until 30 June" },
  },
  {
    id: "mau:nong-thon-moi",
    name: { vi: "Mẫu: chung sức xây dựng nông thôn mới", en: "Template: building new rural areas" },
  },
];

/** A template as a campaign of this agency that begins on a day; null when the name is of no template. */
export function templateOf(
  organisation: Organisation,
  agency: string,
  id: string,
  startsOn: Day,
): Campaign | null {
  const { year } = periodContaining(startsOn);
  const frame = { organisation, agency, startsOn, year };
  switch (id) {
    case "mau:ke-hoach-nam":
      return yearPlan(frame);
    case "mau:cao-diem":
      return peak(frame);
    case "mau:nong-thon-moi":
      return rural(frame);
    default:
      return null;
  }
}

type Frame = { organisation: Organisation; agency: string; startsOn: Day; year: number };
type Draft = { kind: CampaignKind; name: string; endsOn: Day } & Partial<Campaign>;

function campaignOf({ organisation, agency, startsOn }: Frame, draft: Draft): Campaign {
  return {
    code: "",
    agency,
    parent: null,
    respondsTo: [],
    level: "SYSTEM",
    slogan: "",
    launchedBy: agencyAsOf(organisation, agency, startsOn)?.name ?? "",
    startsOn,
    scoring: null,
    scopeKinds: ["PROVINCE", "DISTRICT"],
    scopeAgencies: [agency],
    basis: [],
    state: "DRAFT",
    version: 0,
    illustrative: false,
    source: "",
    issuedAt: null,
    phases: [],
    lines: [],
    ...draft,
  };
}

function yearPlan(frame: Frame): Campaign {
  const { year, startsOn } = frame;
  const higher = { comparison: "higherThanBaseline", baselineYear: year - 1 } as const;
  return campaignOf(frame, {
    kind: "PLAN",
    name: `Kế hoạch thi đua năm ${year}`,
    endsOn: day(`${year}-12-31`),
    scoring: { year, month: 12 },
    phases: [
      {
        ...phase(1, "Đợt cao điểm thứ nhất", startsOn, day(`${year}-06-30`)),
        scoring: { year, month: 9 },
        review: "INTERIM",
        reviewWith: "Sơ kết công tác THADS 6 tháng",
        anniversaries: [{ name: "Ngày Truyền thống THADS", on: day(`${year}-07-19`), years: year - 1946 }],
      },
      {
        ...phase(2, "Đợt cao điểm thứ hai", day(`${year}-07-01`), day(`${year}-12-31`)),
        scoring: { year, month: 12 },
        review: "FINAL",
        reviewWith: "Tổng kết công tác tư pháp năm",
      },
    ],
    lines: [
      line(1, {
        kind: "INDICATOR",
        wording: "Tỷ lệ thi hành xong về việc cao hơn năm trước",
        indicator: "R_C",
        ...higher,
      }),
      line(2, {
        kind: "INDICATOR",
        wording: "Tỷ lệ thi hành xong về tiền cao hơn năm trước",
        indicator: "R_M",
        ...higher,
      }),
    ],
  });
}

function peak(frame: Frame): Campaign {
  const { year } = frame;
  return campaignOf(frame, {
    kind: "PEAK",
    name: `Đợt thi đua cao điểm năm ${year}`,
    endsOn: day(`${year}-06-30`),
    scoring: { year, month: 9 },
    phases: [
      {
        ...phase(1, `Đợt cao điểm năm ${year}`, frame.startsOn, day(`${year}-06-30`)),
        scoring: { year, month: 9 },
        review: "FINAL",
        anniversaries: [{ name: "Ngày Truyền thống THADS", on: day(`${year}-07-19`), years: year - 1946 }],
      },
    ],
    lines: [
      line(1, {
        ...{ kind: "INDICATOR", wording: "Tỷ lệ thi hành xong về việc cao hơn năm trước", indicator: "R_C" },
        ...{ comparison: "higherThanBaseline", baselineYear: year - 1 },
      }),
    ],
  });
}

function rural(frame: Frame): Campaign {
  const { year } = frame;
  return campaignOf(frame, {
    kind: "THEMATIC",
    name: "Ngành Tư pháp chung sức góp phần xây dựng nông thôn mới",
    endsOn: day(`${year + 4}-12-31`),
    phases: [
      { ...phase(1, "Giai đoạn 1", frame.startsOn, day(`${year + 2}-12-31`)), review: "INTERIM" },
      { ...phase(2, "Giai đoạn 2", day(`${year + 3}-01-01`), day(`${year + 4}-12-31`)), review: "FINAL" },
    ],
    lines: [
      line(1, {
        ...{ kind: "ACTIVITY", wording: "Mỗi địa phương nhận giúp đỡ ít nhất một xã" },
        ...{ activity: "COMMUNE", quantity: 1n },
      }),
    ],
  });
}

function phase(position: number, name: string, startsOn: Day, endsOn: Day): Phase {
  return {
    ...{ position, kind: name.startsWith("Giai đoạn") ? "PHASE" : "PEAK" },
    ...{ name, startsOn, endsOn: endsOn < startsOn ? startsOn : endsOn },
    ...{ scoring: null, review: null, reviewOn: null, reviewWith: "", anniversaries: [] },
  };
}

function line(position: number, given: Pick<Line, "kind" | "wording"> & Partial<Line>): Line {
  return {
    position,
    phase: null,
    scope: "EACH",
    indicator: null,
    comparison: null,
    basisPoints: null,
    countValue: null,
    baselineYear: null,
    bands: null,
    activity: null,
    quantity: null,
    dueOn: null,
    source: "",
    ...given,
  };
}

import { activityOf } from "@/tests/factories/campaigns";

type Place = { agency: string };

const nobody = "00000000-0000-4000-8000-000000000000";
const campaignKey = (agency: string) => ({ agency, code: `thu-${agency}`, startsOn: "2022-04-01" });

/** A valid input of every operation on campaigns about a place. */
export const CAMPAIGN_INPUTS: Readonly<Record<string, (place: Place) => unknown>> = {
  "campaigns.put": ({ agency }) => ({
    ...campaignKey(agency),
    ...{ kind: "PEAK", level: agency.startsWith("cc") ? "DISTRICT" : "PROVINCE", name: "Cao điểm thử" },
    ...{ endsOn: "2022-06-30", scopeKinds: ["DISTRICT"], scopeAgencies: [agency] },
    lines: [{ kind: "TASK", wording: "Việc thử" }],
  }),
  "campaigns.start": ({ agency }) => ({
    ...{ agency, code: `bat-dau-${agency}`, from: "mau:cao-diem", startsOn: "2022-04-01" },
  }),
  "campaigns.addLine": ({ agency }) => ({ ...campaignKey(agency), kind: "TASK", wording: "Thêm" }),
  "campaigns.removeLine": ({ agency }) => ({ ...campaignKey(agency), position: 9 }),
  "campaigns.register": ({ agency }) => ({
    ...{ agency, code: "thu-ca-nuoc", startsOn: "2022-01-01", commitments: "Hoàn thành chỉ tiêu" },
  }),
  "campaigns.unregister": ({ agency }) => ({
    agency,
    code: "thu-ca-nuoc",
    startsOn: "2022-01-01",
    person: "Ai đó",
  }),
  "campaigns.reportActivity": ({ agency }) => ({
    ...{ agency, code: "thu-ca-nuoc", kind: "GIFT", place: "Xã thử", happenedOn: "2022-02-01" },
    ...{ quantity: 1, description: "Tặng quà" },
  }),
  "campaigns.withdrawActivity": ({ agency }) => ({ agency, happenedOn: "2022-01-10", activity: nobody }),
  "campaigns.decideActivity": ({ agency }) => ({
    ...{ agency, happenedOn: "2022-01-10", activity: activityOf(agency).activity, decision: "VERIFIED" },
  }),
  "campaigns.freeze": ({ agency }) => campaignKey(agency),
  "campaigns.move": ({ agency }) => ({ ...campaignKey(agency), to: "CLOSED" }),
};

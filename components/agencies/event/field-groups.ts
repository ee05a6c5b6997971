import type { FieldSpec } from "@/components/ui/form-field";
import { AGENCY_LIST } from "@/components/users/assignment-fields";
import type { EventFields } from "@/lib/agencies/form/schema";
import { newAgencies, predecessorsOf, unitsOnDay } from "@/lib/agencies/form/view";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { EventKind, Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { eventsText } from "@/lib/i18n/agency-events";

/** Controls that belong together; the key tells rows of the same name apart and carries their refusal. */
export type FieldGroup = {
  legend: string;
  lead?: string;
  note?: string;
  columns?: 2 | 3;
  controls: readonly { key: string; field: FieldSpec }[];
};

type Scene = { kind: EventKind; fields: EventFields; organisation: Organisation; day: Day; locale: Locale };

/** The groups of controls that a kind of event asks for. */
export function groupsOf(scene: Scene): FieldGroup[] {
  switch (scene.kind) {
    case "RENAME":
      return [changeOf(scene, [{ name: "newName", label: eventsText[scene.locale].newName }])];
    case "MOVE":
      return [changeOf(scene, [superior(scene)])];
    case "ABOLISH":
      return [changeOf(scene), ...units(scene)];
    case "FOUND":
      return founded(scene, 1);
    case "MERGE":
      return [predecessors(scene), into(scene), ...founded(scene, 1)];
    case "SPLIT":
      return [
        changeOf(scene),
        ...dividing(scene, founded(scene, Math.max(3, newAgencies(scene.fields).length + 1))),
        ...units(scene),
      ];
  }
}

function agencyField({ organisation, day, locale }: Scene, field: FieldSpec): FieldSpec {
  const found = field.value ? agencyAsOf(organisation, field.value, day) : null;
  return { list: AGENCY_LIST, hint: found?.name ?? eventsText[locale].codeHint, ...field };
}

function superior(scene: Scene): FieldSpec {
  const { newParent: value } = scene.fields;
  return agencyField(scene, { name: "newParent", label: eventsText[scene.locale].newParent, value });
}

function changeOf(scene: Scene, own: readonly FieldSpec[] = []): FieldGroup {
  const t = eventsText[scene.locale];
  const agency = agencyField(scene, { name: "agency", label: t.agency, value: scene.fields.agency });
  const typed: Record<string, string> = { newName: scene.fields.newName, newParent: scene.fields.newParent };
  return {
    legend: t.change,
    controls: [agency, ...own].map((field) => ({
      key: field.name,
      field: { isRequired: true, value: typed[field.name] ?? "", ...field },
    })),
  };
}

function predecessors(scene: Scene): FieldGroup {
  const t = eventsText[scene.locale];
  const typed = predecessorsOf(scene.fields);
  const rows = Array.from({ length: Math.max(4, typed.length + 2) }, (_, at) => typed[at] ?? "");
  return {
    legend: t.predecessors,
    note: t.moreRows,
    controls: rows.map((value, at) => ({
      key: `predecessor.${at}`,
      field: agencyField(scene, { name: "predecessor", label: t.predecessor(at + 1), value }),
    })),
  };
}

function into(scene: Scene): FieldGroup {
  const t = eventsText[scene.locale];
  const { into: value, successor } = scene.fields;
  const options = [
    { value: "existing", label: t.intoExisting },
    { value: "new", label: t.intoNew },
  ];
  return {
    legend: t.into,
    controls: [
      { key: "into", field: { name: "into", label: t.into, type: "select", options, value } },
      {
        key: "successor",
        field: agencyField(scene, { name: "successor", label: t.successor, value: successor }),
      },
    ],
  };
}

/** Rows of code, name and superior; the level follows from the superior. */
function founded(scene: Scene, count: number): FieldGroup[] {
  const t = eventsText[scene.locale];
  const typed = newAgencies(scene.fields);
  const isOnly = count === 1;
  return Array.from({ length: count }, (_, at): FieldGroup => {
    const row = typed[at] ?? { code: "", name: "", parent: "", share: "" };
    const isRequired = scene.kind === "FOUND";
    const parent = agencyField(scene, {
      ...{ name: "parent", label: t.parent, value: row.parent, isRequired },
      ...(!isRequired && row.parent === "" && { hint: t.parentHint }),
    });
    const code = { name: "code", label: t.code, hint: t.newCodeHint, value: row.code, isRequired };
    return {
      legend: isOnly ? t.founded : t.newAgency(at + 1),
      columns: 3,
      controls: [
        { key: `code.${at}`, field: code },
        { key: `name.${at}`, field: { name: "name", label: t.name, value: row.name, isRequired } },
        { key: `parent.${at}`, field: parent },
      ],
    };
  });
}

/** The same rows with the part of the figures that each takes over. */
function dividing({ fields, locale }: Scene, groups: readonly FieldGroup[]): FieldGroup[] {
  const t = eventsText[locale];
  const typed = newAgencies(fields);
  return groups.map((group, at) => {
    const field = { name: "share", label: t.share, hint: t.shareHint, value: typed[at]?.share ?? "" };
    const controls = [...group.controls, { key: `share.${at}`, field }];
    return { ...group, columns: 2 as const, controls };
  });
}

/** Each unit under an agency that ends, with whom it answers to then; a split suggests its first successor. */
function units(scene: Scene): FieldGroup[] {
  const t = eventsText[scene.locale];
  const { fields, organisation } = scene;
  const suggested = newAgencies(fields)[0]?.code ?? "";
  const typed = new Map(fields.unit.map((unit, at) => [unit, fields.to[at] ?? ""]));
  const rows = unitsOnDay(organisation, fields).flatMap(({ code, name }, at) => {
    const value = typed.get(code) ?? suggested;
    const founded = newAgencies(fields).find((each) => each.code === value);
    const hint = founded ? { hint: founded.name } : {};
    return [
      { key: `unit.${at}`, field: { name: "unit", label: "", type: "hidden" as const, value: code } },
      { key: `to.${at}`, field: agencyField(scene, { name: "to", label: name, value, ...hint }) },
    ];
  });
  return rows.length === 0 ? [] : [{ legend: t.unitsOf, lead: t.unitsLead, controls: rows }];
}

import { BoardFacts } from "@/components/leaders/facts";
import { superiorLinks } from "@/components/leaders/place";
import { leaderTabs } from "@/components/leaders/tabs";
import { PictureDownload } from "@/components/overview/picture-download";
import { type Markup, markup } from "@/components/ui/markup";
import { MarkupBlock } from "@/components/ui/markup-table";
import { paths } from "@/lib/paths";
import { planTitle } from "@/lib/planning/view";
import type { PlanDrawing } from "./drawing";
import { mixCard } from "./mix-card";
import { needCard } from "./need-card";
import { planForm } from "./plan-form";

/** What is still missing, week by week, the cheapest way to it over those below, and what if. */
export function PlanPage(drawing: PlanDrawing) {
  const { basis, plan, locale } = drawing;
  const { board } = basis;
  return (
    <>
      <MarkupBlock content={top(drawing)} />
      <BoardFacts title={planTitle(basis, plan, locale)} board={board} locale={locale} />
      <MarkupBlock content={body(drawing)} className="grid gap-4" key={board.root.agency} />
      <PictureDownload />
    </>
  );
}

function top(drawing: PlanDrawing): Markup {
  const { board } = drawing.basis;
  const place = { agency: board.root.agency, period: board.period };
  const up = superiorLinks(board, drawing.locale, (agency) => paths.plan({ agency, ...board.period }));
  return markup`${planForm(drawing)}${leaderTabs("plan", place, drawing.locale)}${up}`;
}

function body(drawing: PlanDrawing): Markup {
  const { plans } = drawing.plan;
  const needs = plans.map((made) => needCard(drawing, made));
  const mixes = plans.map((made) => mixCard(drawing, made)).filter((card) => card !== null);
  return markup`<div class="grid items-start gap-4 lg:grid-cols-2">${needs}</div>${mixes}`;
}

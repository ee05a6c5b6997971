import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventBoard } from "@/components/agencies/event/event-board";
import { previewAgencyEvent } from "@/lib/agencies/events/queries";
import { eventFields, eventKindOf } from "@/lib/agencies/form/schema";
import { eventOfFields } from "@/lib/agencies/form/view";
import { getOrganisation } from "@/lib/agencies/queries";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { EVENT_TITLES } from "@/lib/i18n/agency-events";
import { currentLocale } from "@/lib/i18n/locale";
import { findReferenceDay } from "@/lib/settings/queries";

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = eventKindOf((await params).kind);
  return kind ? { title: EVENT_TITLES[kind][await currentLocale()] } : {};
}

export default async function AgencyEventPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const kind = eventKindOf((await params).kind);
  if (!kind || !canSomewhere(actor, "agencies.manage")) notFound();
  const [locale, organisation] = await Promise.all([currentLocale(), getOrganisation()]);
  const fields = eventFields.parse(await searchParams);
  const event = eventOfFields(organisation, kind, fields);
  const trial = fields.preview === "" ? null : await previewAgencyEvent(actor, event);
  const today = (await findReferenceDay()) ?? dayOfInstant(now());
  const scene = { kind, fields, trial, organisation, today, locale };
  return <EventBoard {...scene} />;
}
